namespace Hornet.Native;

/// <content>Convolution of N spatial axes, and its gradients.</content>
internal static unsafe partial class Aten
{
    /// <summary>The convolution of an [n, c, ...] tensor; transposed where asked for.</summary>
    public static TensorHandle Convolution(
        TensorHandle x,
        TensorHandle weight,
        TensorHandle? bias,
        ReadOnlySpan<long> stride,
        ReadOnlySpan<long> padding,
        ReadOnlySpan<long> dilation,
        bool transposed,
        ReadOnlySpan<long> outputPadding,
        long groups)
    {
        TurnGradientsOff();
        var given = bias?.Torch ?? 0;
        fixed (long* s = stride, p = padding, d = dilation, o = outputPadding)
        {
            return Exports.aoti_torch_cpu_convolution(
                x.Torch, weight.Torch, bias is null ? null : &given,
                s, stride.Length, p, padding.Length, d, dilation.Length,
                transposed ? 1 : 0, o, outputPadding.Length, groups, out var result) == 0
                ? new TensorHandle(result)
                : throw Failed("aten::convolution", x, weight, stride.ToArray(), padding.ToArray(), groups);
        }
    }

    /// <summary>The gradients of a convolution; those that are not wanted are undefined.</summary>
    public static (TensorHandle X, TensorHandle Weight) ConvolutionBackward(
        TensorHandle gradient,
        TensorHandle x,
        TensorHandle weight,
        ReadOnlySpan<long> stride,
        ReadOnlySpan<long> padding,
        ReadOnlySpan<long> dilation,
        bool transposed,
        ReadOnlySpan<long> outputPadding,
        long groups,
        bool wantX,
        bool wantWeight)
    {
        TurnGradientsOff();
        var wanted = stackalloc int[] { wantX ? 1 : 0, wantWeight ? 1 : 0, 0 };
        fixed (long* s = stride, p = padding, d = dilation, o = outputPadding)
        {
            if (Exports.aoti_torch_cpu_convolution_backward(
                gradient.Torch, x.Torch, weight.Torch, null, 0,
                s, stride.Length, p, padding.Length, d, dilation.Length,
                transposed ? 1 : 0, o, outputPadding.Length, groups, wanted, 3,
                out var xGradient, out var weightGradient, out var none) != 0)
            {
                throw Failed("aten::convolution_backward", gradient, x, weight, stride.ToArray(), padding.ToArray());
            }

            new TensorHandle(none).Dispose();
            return (new TensorHandle(xGradient), new TensorHandle(weightGradient));
        }
    }
}
