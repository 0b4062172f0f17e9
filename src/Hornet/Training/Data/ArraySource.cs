namespace Hornet.Training;

/// <summary>Batches cut from arrays, in order or shuffled.</summary>
internal sealed class ArraySource : BatchSource
{
    public const int DefaultBatchSize = 32;

    private readonly Batch _data;
    private readonly int _samples;
    private readonly bool _shuffle;
    private int _epoch;

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

    public override IEnumerable<Batch> Batches(int? steps)
    {
        var left = steps ?? Count!.Value;
        while (left > 0 && _samples > 0)
        {
            var order = _shuffle ? new NumpyGenerator(_epoch++).Permutation(_samples) : null; // as Keras does
            for (var start = 0; start < _samples && left > 0; start += BatchSize, left--)
            {
                yield return Cut(order, start, Math.Min(start + BatchSize, _samples));
            }
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
