using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Compares results whose order along an axis is only partly promised.</summary>
internal static class Orders
{
    /// <summary>Whether indices put one element in its place: none greater before it, none smaller after it.</summary>
    public static bool IsPartition(CorpusCase line, object? received)
    {
        if (Argument(line, 0, "x") is not CorpusArray x || received is not IActualArray indices
            || Argument(line, 1, "kth") is not CorpusInt kth || !x.Shape.SequenceEqual(indices.Shape))
        {
            return false;
        }

        var axis = Argument(line, 2, "axis") is CorpusInt given ? (int)given.ToInt64() : -1;
        var values = Lanes(x.Shape, axis, x.ToDoubles());
        return values.Zip(Lanes(x.Shape, axis, indices.ToInt64s())).All(lane =>
        {
            var (row, order) = lane;
            if (!order.Order().SequenceEqual(Enumerable.Range(0, row.Length).Select(i => (long)i)))
            {
                return false;
            }

            var place = (int)kth.ToInt64();
            place += place < 0 ? row.Length : 0;
            var pivot = row[order[place]];
            return order[..place].All(i => row[i] <= pivot) && order[place..].All(i => row[i] >= pivot);
        });
    }

    /// <summary>Whether the greatest values are the same in another order, where no order was asked for.</summary>
    public static bool AreSameUnsorted(CorpusCase line, object? received) =>
        Argument(line, 2, "sorted") is CorpusBool { Value: false }
        && line.Value("out") is CorpusSequence { Items: [CorpusArray values, CorpusArray indices] }
        && received is object[] and [IActualArray actualValues, IActualArray actualIndices]
        && CorpusCompare.Difference(Sorted(values), Sorted(actualValues), line.Tolerances) is null
        && CorpusCompare.Difference(Sorted(indices), Sorted(actualIndices), line.Tolerances) is null;

    private static CorpusArray Sorted(IActualArray array) => CorpusArray.FromDoubles(
        array.DType, array.Shape,
        [.. Lanes(array.Shape, -1, array.ToDoubles()).SelectMany(lane => lane.Order())]);

    private static CorpusValue? Argument(CorpusCase line, int index, string name)
    {
        var args = line["args"].Items();
        return index < args.Count ? args[index].Value() : line.Map("kwargs").Find(name);
    }

    private static IEnumerable<T[]> Lanes<T>(IReadOnlyList<int> shape, int axis, T[] elements)
    {
        axis += axis < 0 ? shape.Count : 0;
        var size = shape[axis];
        var stride = shape.Skip(axis + 1).Aggregate(1, (product, length) => product * length);
        return Enumerable.Range(0, size == 0 ? 0 : elements.Length / size).Select(lane =>
        {
            var start = (lane / stride * stride * size) + (lane % stride);
            return Enumerable.Range(0, size).Select(i => elements[start + (i * stride)]).ToArray();
        });
    }
}
