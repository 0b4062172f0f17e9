using Hornet.Native;

namespace Hornet;

/// <summary>Views and small kernels on bare handles that several primitives are made of. Each result is the caller's.</summary>
internal static class Views
{
    private const long ContiguousFormat = 0; // libtorch's number of its row-major memory format

    /// <summary>The elements in another dtype; the tensor itself where it has that dtype.</summary>
    public static TensorHandle Cast(TensorHandle x, DType dtype) => x.DType == dtype
        ? x.NewReference()
        : Aten.Call("aten::to"u8, "dtype"u8, x, dtype, false, false, Argument.None);

    /// <summary>A view with the axes in another order.</summary>
    public static TensorHandle Permute(TensorHandle x, params long[] axes) =>
        Aten.Call("aten::permute"u8, default, x, axes);

    /// <summary>A tensor of another shape: a view where the memory allows.</summary>
    public static TensorHandle Reshape(TensorHandle x, params long[] sizes) =>
        Aten.Call("aten::reshape"u8, default, x, sizes);

    /// <summary>A view with one more axis, of size 1.</summary>
    public static TensorHandle Unsqueeze(TensorHandle x, int axis) =>
        Aten.Call("aten::unsqueeze"u8, default, x, (long)axis);

    /// <summary>A view without an axis of size 1.</summary>
    public static TensorHandle Squeeze(TensorHandle x, int axis) =>
        Aten.Call("aten::squeeze"u8, "dim"u8, x, (long)axis);

    /// <summary>A view of <paramref name="length"/> places of an axis.</summary>
    public static TensorHandle Narrow(TensorHandle x, int axis, long start, long length) =>
        Aten.Call("aten::narrow"u8, default, x, (long)axis, start, length);

    /// <summary>The elements in row-major order in memory; the tensor itself where they are.</summary>
    public static TensorHandle Contiguous(TensorHandle x) =>
        Aten.Call("aten::contiguous"u8, default, x, ContiguousFormat);

    /// <summary>Zeros (or another value) before and after the last axes; an axis is cut where it is negative.</summary>
    public static TensorHandle Pad(TensorHandle x, ReadOnlySpan<(long Low, long High)> lastAxes, double value = 0)
    {
        var isNothing = true;
        Span<long> fromTheEnd = stackalloc long[2 * lastAxes.Length];
        for (var i = 0; i < lastAxes.Length; i++)
        {
            var (low, high) = lastAxes[^(i + 1)];
            (fromTheEnd[2 * i], fromTheEnd[(2 * i) + 1]) = (low, high);
            isNothing &= low == 0 && high == 0;
        }

        return isNothing ? x.NewReference() : Aten.Pad(x, fromTheEnd, value);
    }

    /// <summary>Where the condition holds <paramref name="x"/>, elsewhere <paramref name="y"/>.</summary>
    public static TensorHandle Where(TensorHandle condition, TensorHandle x, TensorHandle y) =>
        Aten.Call("aten::where"u8, "self"u8, condition, x, y);
}
