namespace Hornet.Training;

/// <summary>Batches cut from arrays, in order or shuffled.</summary>
internal sealed class ArraySource : BatchSource
{
    public const int DefaultBatchSize = 32;

    private readonly Batch _data;
    private readonly int _samples;
    private readonly bool _shuffle;
    private IEnumerator<Batch>? _pass; // where an epoch of fewer steps ended
    private int _passes;
    private int _seen;

    public ArraySource(
        Batch data, int batchSize, bool shuffle = false, IReadOnlyDictionary<int, double>? classWeight = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        _data = ClassWeights.Apply(ArrayData.Standardize(data), classWeight);
        _samples = _data.Size;
        _shuffle = shuffle;
        BatchSize = batchSize;
    }

    public int BatchSize { get; }

    public override int? Count => (_samples + BatchSize - 1) / BatchSize;

    public override bool OwnsBatches => true;

    public override void Restart() => _pass = null;

    // An epoch of fewer steps than the data has goes on where the last one ended, as Keras's does, and it never begins
    // the data again.
    public override IEnumerable<Batch> Batches(int? steps)
    {
        if (_pass is null || steps is null)
        {
            (_pass, _seen) = (Pass().GetEnumerator(), 0);
        }

        for (var left = steps ?? Count!.Value; left > 0; left--, _seen++)
        {
            if (!_pass.MoveNext())
            {
                Warnings.Emit(
                    $"The data ran out after {_seen} steps. Expected data for at least `stepsPerEpoch` steps. "
                    + "Give more, or leave out the number of steps.");
                break;
            }

            yield return _pass.Current;
        }

        _pass = _seen >= Count ? null : _pass;
    }

    private IEnumerable<Batch> Pass()
    {
        var order = _shuffle ? new NumpyGenerator(_passes++).Permutation(_samples) : null; // as Keras does
        for (var start = 0; start < _samples; start += BatchSize)
        {
            yield return Cut(order, start, Math.Min(start + BatchSize, _samples));
        }
    }

    private Batch Cut(int[]? order, int start, int stop)
    {
        if (order is null)
        {
            return Map(tensor => Rows.Slice(tensor, start, stop));
        }

        var indices = Tensor.From([stop - start], order.AsSpan(start, stop - start).ToArray());
        return Map(tensor => Rows.Take(tensor, indices));
    }

    private Batch Map(Func<Tensor, Tensor> selector) =>
        Batch.FromNested(_data.ToNested().Select(tensor => tensor is null ? null! : selector(tensor)));
}
