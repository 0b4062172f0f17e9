using Hornet.Native;

namespace Hornet;

/// <summary>
/// Any tensor as libtorch's kernels for batch normalization want it: (batch, channels, places, 1), by views. Channels
/// that are last are channels_last memory, which these kernels go through in the order in which it lies.
/// </summary>
internal static class ChannelView
{
    public static TensorHandle Of(TensorHandle x, int axis)
    {
        var (outer, channels, inner) = Sizes(x, axis);
        using var contiguous = x.Contiguous();
        if (inner > 1)
        {
            return Aten.Reshape(contiguous, [outer, channels, inner, 1]);
        }

        using var rows = Aten.Reshape(contiguous, [1, outer, 1, channels]);
        return Aten.Permute(rows, [0, 3, 1, 2]);
    }

    /// <summary>Back to the sizes that it was made of.</summary>
    public static TensorHandle Restore(TensorHandle view, ReadOnlySpan<long> sizes, int axis)
    {
        if (axis < sizes.Length - 1 && Product(sizes[(axis + 1)..]) > 1)
        {
            return Aten.Reshape(view, sizes);
        }

        using var rows = Aten.Permute(view, [0, 2, 3, 1]);
        return Aten.Reshape(rows, sizes);
    }

    private static (long Outer, long Channels, long Inner) Sizes(TensorHandle x, int axis) =>
        (Product(x.Sizes[..axis]), x.Sizes[axis], Product(x.Sizes[(axis + 1)..]));

    private static long Product(ReadOnlySpan<long> sizes)
    {
        var product = 1L;
        foreach (var size in sizes)
        {
            product *= size;
        }

        return product;
    }
}
