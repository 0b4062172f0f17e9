namespace Hornet.Native;

/// <content>Pooling over two spatial axes, and its gradients.</content>
internal static unsafe partial class Aten
{
    /// <summary>The largest element of each window, and where it is.</summary>
    public static (TensorHandle Values, TensorHandle Indices) MaxPool2D(
        TensorHandle x,
        ReadOnlySpan<long> kernelSize,
        ReadOnlySpan<long> stride,
        ReadOnlySpan<long> padding,
        ReadOnlySpan<long> dilation)
    {
        TurnGradientsOff();
        fixed (long* k = kernelSize, s = stride, p = padding, d = dilation)
        {
            return Exports.aoti_torch_cpu_max_pool2d_with_indices(
                x.Torch, k, kernelSize.Length, s, stride.Length, p, padding.Length, d, dilation.Length, 0,
                out var values, out var indices) == 0
                ? (new TensorHandle(values), new TensorHandle(indices))
                : throw Failed("aten::max_pool2d_with_indices", x, kernelSize.ToArray(), stride.ToArray());
        }
    }

    /// <summary>The gradient, at the places that had the largest elements.</summary>
    public static TensorHandle MaxPool2DBackward(
        TensorHandle gradient,
        TensorHandle x,
        ReadOnlySpan<long> kernelSize,
        ReadOnlySpan<long> stride,
        ReadOnlySpan<long> padding,
        ReadOnlySpan<long> dilation,
        TensorHandle indices)
    {
        TurnGradientsOff();
        fixed (long* k = kernelSize, s = stride, p = padding, d = dilation)
        {
            return Exports.aoti_torch_cpu_max_pool2d_with_indices_backward(
                gradient.Torch, x.Torch,
                k, kernelSize.Length, s, stride.Length, p, padding.Length, d, dilation.Length, 0,
                indices.Torch, out var result) == 0
                ? new TensorHandle(result)
                : throw Failed("aten::max_pool2d_with_indices_backward", gradient, x, kernelSize.ToArray());
        }
    }

    /// <summary>The mean of each window.</summary>
    public static TensorHandle AvgPool2D(
        TensorHandle x,
        ReadOnlySpan<long> kernelSize,
        ReadOnlySpan<long> stride,
        ReadOnlySpan<long> padding,
        bool countIncludePad)
    {
        TurnGradientsOff();
        fixed (long* k = kernelSize, s = stride, p = padding)
        {
            return Exports.aoti_torch_cpu_avg_pool2d(
                x.Torch, k, kernelSize.Length, s, stride.Length, p, padding.Length,
                0, countIncludePad ? 1 : 0, null, out var result) == 0
                ? new TensorHandle(result)
                : throw Failed("aten::avg_pool2d", x, kernelSize.ToArray(), stride.ToArray(), padding.ToArray());
        }
    }

    /// <summary>The gradient, spread over the windows.</summary>
    public static TensorHandle AvgPool2DBackward(
        TensorHandle gradient,
        TensorHandle x,
        ReadOnlySpan<long> kernelSize,
        ReadOnlySpan<long> stride,
        ReadOnlySpan<long> padding,
        bool countIncludePad)
    {
        TurnGradientsOff();
        fixed (long* k = kernelSize, s = stride, p = padding)
        {
            return Exports.aoti_torch_cpu_avg_pool2d_backward(
                gradient.Torch, x.Torch, k, kernelSize.Length, s, stride.Length, p, padding.Length,
                0, countIncludePad ? 1 : 0, null, out var result) == 0
                ? new TensorHandle(result)
                : throw Failed("aten::avg_pool2d_backward", gradient, x, kernelSize.ToArray(), stride.ToArray());
        }
    }
}
