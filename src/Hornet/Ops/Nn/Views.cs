using Hornet.Native;

namespace Hornet;

/// <summary>Views and small kernels on bare handles. Each result is the caller's.</summary>
internal static class Views
{
    /// <summary>The elements in another dtype; the tensor itself where it has that dtype.</summary>
    public static TensorHandle Cast(TensorHandle x, DType dtype) =>
        x.DType == dtype ? x.NewReference() : Kernels.To(x, dtype);

    /// <summary>Where the condition holds <paramref name="x"/>, elsewhere <paramref name="y"/>.</summary>
    public static TensorHandle Where(TensorHandle condition, TensorHandle x, TensorHandle y) =>
        Aten.Call("aten::where"u8, "self"u8, condition, x, y);

    /// <summary>Zeros before and after the last axes; an axis is cut where it is negative.</summary>
    public static TensorHandle Pad(TensorHandle x, ReadOnlySpan<(long Low, long High)> lastAxes)
    {
        var isNothing = true;
        var fromTheEnd = new long[2 * lastAxes.Length];
        for (var i = 0; i < lastAxes.Length; i++)
        {
            var (low, high) = lastAxes[^(i + 1)];
            (fromTheEnd[2 * i], fromTheEnd[(2 * i) + 1]) = (low, high);
            isNothing &= low == 0 && high == 0;
        }

        return isNothing
            ? x.NewReference()
            : Aten.Call("aten::pad"u8, default, x, fromTheEnd, "constant", Argument.Some(0.0));
    }
}
