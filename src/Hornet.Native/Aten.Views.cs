namespace Hornet.Native;

/// <content>
/// Views of the same elements. Sizes and strides are computed here: that costs a tenth of a call of libtorch's own.
/// Negative axes count from behind.
/// </content>
internal static unsafe partial class Aten
{
    /// <summary>A view with the axes in another order.</summary>
    public static TensorHandle Permute(TensorHandle x, ReadOnlySpan<long> axes)
    {
        var oldSizes = x.Sizes;
        var oldStrides = x.Strides;
        Span<long> sizes = stackalloc long[axes.Length];
        Span<long> strides = stackalloc long[axes.Length];
        var seen = 0L;
        for (var i = 0; i < axes.Length; i++)
        {
            var axis = FromFront(axes[i], axes.Length);
            (sizes[i], strides[i]) = (oldSizes[axis], oldStrides[axis]);
            seen |= 1L << axis;
        }

        return axes.Length == oldSizes.Length && seen == (1L << axes.Length) - 1 // each axis once
            ? x.AsStrided(sizes, strides, 0)
            : throw Impossible("aten::permute", x, axes.ToArray());
    }

    /// <summary>A view with two axes exchanged.</summary>
    public static TensorHandle Transpose(TensorHandle x, long axis1, long axis2)
    {
        Span<long> axes = stackalloc long[x.Rank];
        for (var i = 0; i < axes.Length; i++)
        {
            axes[i] = i;
        }

        var (first, second) = (FromFront(axis1, axes.Length), FromFront(axis2, axes.Length));
        (axes[first], axes[second]) = (second, first);
        return Permute(x, axes);
    }

    /// <summary>A view in which axes of size 1 are repeated, and new ones stand in front: strides of zero.</summary>
    public static TensorHandle Expand(TensorHandle x, ReadOnlySpan<long> sizes)
    {
        var oldSizes = x.Sizes;
        var oldStrides = x.Strides;
        var added = sizes.Length - oldSizes.Length;
        if (added < 0)
        {
            throw Impossible("aten::expand", x, sizes.ToArray());
        }

        Span<long> strides = stackalloc long[sizes.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            var oldSize = i < added ? 1 : oldSizes[i - added];
            if (oldSize != sizes[i] && oldSize != 1)
            {
                throw Impossible("aten::expand", x, sizes.ToArray());
            }

            strides[i] = i >= added && oldSize == sizes[i] ? oldStrides[i - added] : 0;
        }

        return x.AsStrided(sizes, strides, 0);
    }

    /// <summary>A view of <paramref name="length"/> elements along an axis.</summary>
    public static TensorHandle Narrow(TensorHandle x, long axis, long start, long length) =>
        Slice(x, axis, start, start + length, 1);

    /// <summary>A view of every <paramref name="step"/>-th element along an axis, from start to before end.</summary>
    public static TensorHandle Slice(TensorHandle x, long axis, long start, long end, long step)
    {
        Span<long> sizes = stackalloc long[x.Rank];
        Span<long> strides = stackalloc long[sizes.Length];
        x.Sizes.CopyTo(sizes);
        x.Strides.CopyTo(strides);
        var sliced = FromFront(axis, sizes.Length);
        if (start < 0 || start > end || end > sizes[sliced] || step < 1)
        {
            throw Impossible("aten::slice.Tensor", x, axis, start, end, step);
        }

        var offset = start * strides[sliced];
        (sizes[sliced], strides[sliced]) = ((end - start + step - 1) / step, strides[sliced] * step);
        return x.AsStrided(sizes, strides, offset);
    }

    /// <summary>A view with a new axis of size 1.</summary>
    public static TensorHandle Unsqueeze(TensorHandle x, long axis)
    {
        var oldSizes = x.Sizes;
        var oldStrides = x.Strides;
        Span<long> sizes = stackalloc long[oldSizes.Length + 1];
        Span<long> strides = stackalloc long[sizes.Length];
        var added = FromFront(axis, sizes.Length);
        oldSizes[..added].CopyTo(sizes);
        oldStrides[..added].CopyTo(strides);
        sizes[added] = 1;
        strides[added] = added < oldSizes.Length ? oldSizes[added] * oldStrides[added] : 1;
        oldSizes[added..].CopyTo(sizes[(added + 1)..]);
        oldStrides[added..].CopyTo(strides[(added + 1)..]);
        return x.AsStrided(sizes, strides, 0);
    }

    /// <summary>A view without an axis of size 1.</summary>
    public static TensorHandle Squeeze(TensorHandle x, long axis)
    {
        var oldSizes = x.Sizes;
        var oldStrides = x.Strides;
        var dropped = FromFront(axis, oldSizes.Length);
        if (oldSizes[dropped] != 1)
        {
            throw Impossible("aten::squeeze.dim", x, axis);
        }

        Span<long> sizes = stackalloc long[oldSizes.Length - 1];
        Span<long> strides = stackalloc long[sizes.Length];
        oldSizes[..dropped].CopyTo(sizes);
        oldStrides[..dropped].CopyTo(strides);
        oldSizes[(dropped + 1)..].CopyTo(sizes[dropped..]);
        oldStrides[(dropped + 1)..].CopyTo(strides[dropped..]);
        return x.AsStrided(sizes, strides, 0);
    }

    /// <summary>Other sizes for the same elements, in row-major order: a view where the strides allow it.</summary>
    public static TensorHandle Reshape(TensorHandle x, ReadOnlySpan<long> sizes)
    {
        Span<long> strides = stackalloc long[sizes.Length];
        if (TensorHandle.ContiguousStrides(sizes, strides) == x.Count && x.IsContiguous)
        {
            return x.AsStrided(sizes, strides, 0);
        }

        TurnGradientsOff();
        fixed (long* size = sizes)
        {
            return Exports.aoti_torch_cpu_reshape(x.Torch, size, sizes.Length, out var result) == 0
                ? new TensorHandle(result)
                : throw Failed("aten::reshape", x, sizes.ToArray());
        }
    }

    private static int FromFront(long axis, int rank) => (int)(axis < 0 ? axis + rank : axis);

    // A view that leaves its memory would crash, or show what lies there.
    private static LibTorchException Impossible(string op, params ReadOnlySpan<Argument> arguments) =>
        new(op, Join(arguments), "The sizes do not allow it.");
}
