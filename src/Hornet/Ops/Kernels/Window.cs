using Hornet.Native;

namespace Hornet;

/// <summary>A part of a tensor whose place is data: it is moved so that it lies within.</summary>
internal static class Window
{
    /// <summary>Whether a part of this shape, with one start for each axis, lies within a tensor.</summary>
    public static bool Fits(Shape x, Shape starts, IReadOnlyList<int?> part) =>
        part.Count == x.Rank && starts.Rank == 1 && Shape.Agree(starts[0], x.Rank)
        && x.Zip(part).All(sizes => sizes.Second is null || sizes.First is null || sizes.Second <= sizes.First);

    /// <summary>Where a part of an axis begins, counted from the front.</summary>
    public static int Start(long start, long size, long length) =>
        (int)Math.Clamp(start < 0 ? start + size : start, 0, size - length);

    /// <summary>The part as a view; −1 is the length of all that is left.</summary>
    public static TensorHandle View(TensorHandle x, TensorHandle starts, ReadOnlySpan<long> lengths)
    {
        using var dense = RowMajor.Copy(starts, DType.Int64);
        var values = dense.Elements<long>();
        var view = x.NewReference();
        for (var axis = 0; axis < lengths.Length; axis++)
        {
            var size = x.Sizes[axis];
            if (lengths[axis] != size)
            {
                using var whole = view;
                var start = Start(values[axis], size, Math.Max(lengths[axis], 0));
                view = RowMajor.Narrow(whole, axis, start, lengths[axis] < 0 ? size - start : lengths[axis]);
            }
        }

        return view;
    }
}
