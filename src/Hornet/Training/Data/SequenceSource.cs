namespace Hornet.Training;

/// <summary>Batches from a sequence: read anew each epoch, or on and on where an epoch has a number of steps.</summary>
internal sealed class SequenceSource(
    IEnumerable<Batch> batches, bool restarts, IReadOnlyDictionary<int, double>? classWeight = null)
    : BatchSource, IDisposable
{
    private IEnumerator<Batch>? _current;

    public override int? Count => batches.TryGetNonEnumeratedCount(out var count) ? count : null;

    public override bool OwnsBatches => false; // the sequence may give them again

    public override IEnumerable<Batch> Batches(int? steps)
    {
        if (!restarts)
        {
            return (steps is { } most ? batches.Take(most) : batches).Select(Prepare);
        }

        return Continue(steps!.Value);
    }

    public void Dispose() => _current?.Dispose();

    // A sequence that ends is begun again; one that is empty ends the epoch.
    private IEnumerable<Batch> Continue(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            if (_current is null || !_current.MoveNext())
            {
                _current?.Dispose();
                _current = batches.GetEnumerator();
                if (!_current.MoveNext())
                {
                    yield break;
                }
            }

            yield return Prepare(_current.Current);
        }
    }

    private Batch Prepare(Batch batch) => ClassWeights.Apply(ArrayData.Standardize(batch), classWeight);
}
