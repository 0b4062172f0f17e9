using Hornet.Native;

namespace Hornet;

/// <summary>Index tensors as libtorch's kernels take them: int64, counted from the front, in range.</summary>
internal static class Indices
{
    /// <summary>What stands in place of an index that is out of range.</summary>
    private const long Outside = -1;

    /// <summary>A row-major int64 copy: negative indices count from the end, those out of range are 0.</summary>
    /// <param name="indices">Integers; floats are cut towards zero.</param>
    /// <param name="size">The size of the axis that they index.</param>
    /// <param name="outside">Where they were out of range: bools of the same shape, null where nowhere.</param>
    public static TensorHandle Clamp(TensorHandle indices, long size, out TensorHandle outside)
    {
        var index = RowMajor.Copy(indices, DType.Int64);
        outside = default;
        if (Wrap(index.Elements<long>(), size))
        {
            outside = TensorHandle.Empty(DType.Bool, indices.Sizes);
            var isOutside = outside.Elements<bool>();
            var elements = index.Elements<long>();
            for (var i = 0; i < elements.Length; i++)
            {
                isOutside[i] = elements[i] == Outside;
                elements[i] = Math.Max(elements[i], 0);
            }
        }

        return index;
    }

    /// <summary>
    /// The places of the slices that tuples of indices (the last axis) name in the first axes, flattened, of those in
    /// range. What is out of range is left out, and <paramref name="kept"/> says which are not; null where all are.
    /// </summary>
    public static TensorHandle Linear(TensorHandle indices, ReadOnlySpan<long> sizes, out TensorHandle kept)
    {
        var linear = Flatten(indices, sizes);
        kept = default;
        var places = linear.Elements<long>();
        var count = places.Length - places.Count(Outside);
        if (count == places.Length)
        {
            return linear;
        }

        using var all = linear;
        var inside = TensorHandle.Empty(DType.Int64, [count]);
        kept = TensorHandle.Empty(DType.Int64, [count]);
        var found = inside.Elements<long>();
        var positions = kept.Elements<long>();
        for (int i = 0, next = 0; i < places.Length; i++)
        {
            if (places[i] != Outside)
            {
                found[next] = places[i];
                positions[next++] = i;
            }
        }

        return inside;
    }

    // Σ index · stride, or Outside where any index of the tuple is.
    private static TensorHandle Flatten(TensorHandle indices, ReadOnlySpan<long> sizes)
    {
        using var tuples = RowMajor.Copy(indices, DType.Int64);
        var elements = tuples.Elements<long>();
        var depth = sizes.Length;
        var count = 1L;
        foreach (var size in indices.Sizes[..^1])
        {
            count *= size;
        }

        var linear = TensorHandle.Empty(DType.Int64, [count]);
        var places = linear.Elements<long>();
        for (var i = 0; i < places.Length; i++)
        {
            var tuple = elements.Slice(i * depth, depth);
            var place = 0L;
            for (var axis = 0; axis < depth; axis++)
            {
                var index = tuple[axis] < 0 ? tuple[axis] + sizes[axis] : tuple[axis];
                place = place == Outside || index < 0 || index >= sizes[axis]
                    ? Outside
                    : (place * sizes[axis]) + index;
            }

            places[i] = place;
        }

        return linear;
    }

    private static bool Wrap(Span<long> indices, long size)
    {
        var anyOutside = false;
        foreach (ref var index in indices)
        {
            var wrapped = index < 0 ? index + size : index;
            var isOutside = wrapped < 0 || wrapped >= size;
            index = isOutside ? Outside : wrapped;
            anyOutside |= isOutside;
        }

        return anyOutside;
    }
}
