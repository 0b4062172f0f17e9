using Hornet.Native;

namespace Hornet;

/// <summary>
/// A scale and a shift for each place of an axis: libtorch's batch normalization with mean 0 and variance 1.
/// </summary>
internal static class ChannelKernels
{
    public static TensorHandle ScaleShift(TensorHandle x, TensorHandle scale, TensorHandle shift, int axis)
    {
        if (x.Count == 0)
        {
            return x.NewReference();
        }

        var dtype = ComputeType(x.DType);
        using var wideX = Views.Cast(x, dtype);
        using var wideScale = Vector(scale, dtype);
        using var wideShift = Vector(shift, dtype);
        using var view = ChannelView.Of(wideX, axis);
        var (mean, variance) = (Neutral(0, scale, dtype), Neutral(1, scale, dtype));
        Span<TensorHandle> results = stackalloc TensorHandle[3];
        Aten.CallMany(
            "aten::native_batch_norm"u8, default, results, view, Argument.Some(wideScale), Argument.Some(wideShift),
            Argument.Some(mean), Argument.Some(variance), false, 0.0, 0.0);
        Dispose(mean, variance, results[1], results[2]);
        using var y = results[0];
        using var restored = ChannelView.Restore(y, x.Sizes, axis);
        return Views.Cast(restored, x.DType);
    }

    public static void ScaleShiftGradient(
        TensorHandle g, TensorHandle x, TensorHandle scale, int axis, Span<TensorHandle> outputs)
    {
        if (x.Count == 0)
        {
            outputs[0] = x.NewReference();
            outputs[1] = RowMajor.Zeros(scale.Sizes, scale.DType);
            outputs[2] = outputs[1].NewReference();
            return;
        }

        var dtype = ComputeType(x.DType);
        using var wideG = Views.Cast(g, dtype);
        using var wideX = Views.Cast(x, dtype);
        using var wideScale = Vector(scale, dtype);
        using var viewG = ChannelView.Of(wideG, axis);
        using var viewX = ChannelView.Of(wideX, axis);
        var (mean, variance) = (Neutral(0, scale, dtype), Neutral(1, scale, dtype));
        Span<TensorHandle> results = stackalloc TensorHandle[3];
        Aten.CallMany(
            "aten::native_batch_norm_backward"u8, default, results, viewG, viewX, Argument.Some(wideScale),
            Argument.Some(mean), Argument.Some(variance), Argument.None, Argument.None, false, 0.0,
            new[] { true, true, true });
        Dispose(mean, variance);
        using (var dx = ChannelView.Restore(results[0], x.Sizes, axis))
        {
            outputs[0] = Views.Cast(dx, x.DType);
        }

        outputs[1] = Views.Cast(results[1], scale.DType);
        outputs[2] = Views.Cast(results[2], scale.DType);
        Dispose(results[0], results[1], results[2]);
    }

    private static DType ComputeType(DType dtype) => dtype == DType.Float64 ? dtype : DType.Float32;

    private static TensorHandle Vector(TensorHandle x, DType dtype)
    {
        using var wide = Views.Cast(x, dtype);
        return wide.Contiguous();
    }

    private static TensorHandle Neutral(double value, TensorHandle scale, DType dtype) =>
        Aten.Full(scale.Sizes, value, dtype);

    private static void Dispose(params ReadOnlySpan<TensorHandle> handles)
    {
        foreach (var handle in handles)
        {
            handle.Dispose();
        }
    }
}
