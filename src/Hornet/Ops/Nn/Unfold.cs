using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The windows of images as columns.</summary>
    /// <param name="x">Images (batch, channels, height, width).</param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="dilation">How far the places of a window are apart; 1 where null.</param>
    /// <param name="padding">How many zeros are added on every side; 0 where null.</param>
    /// <param name="stride">How far a window is from the next; 1 where null.</param>
    /// <example><code>var columns = Ops.Unfold(new float[1, 3, 8, 8], 2, stride: 2); // (1, 12, 16)</code></example>
    public static Tensor Unfold(
        Tensor x, Sizes kernelSize, Sizes? dilation = null, Sizes? padding = null, Sizes? stride = null) =>
        new UnfoldOp(kernelSize, dilation ?? 1, padding ?? 0, stride ?? 1).Apply(x);

    /// <summary>Images of windows that are columns: what overlaps is added up.</summary>
    /// <param name="x">Columns (batch, channels · places of a window, windows).</param>
    /// <param name="outputSize">The height and the width.</param>
    /// <param name="kernelSize">The size of a window.</param>
    /// <param name="dilation">How far the places of a window are apart; 1 where null.</param>
    /// <param name="padding">How much is cut off on every side; 0 where null.</param>
    /// <param name="stride">How far a window is from the next; 1 where null.</param>
    /// <example><code>
    /// var images = Ops.Fold(new float[1, 12, 16], (8, 8), 2, stride: 2); // (1, 3, 8, 8)
    /// </code></example>
    public static Tensor Fold(
        Tensor x,
        Sizes outputSize,
        Sizes kernelSize,
        Sizes? dilation = null,
        Sizes? padding = null,
        Sizes? stride = null) =>
        new FoldOp(outputSize, kernelSize, dilation ?? 1, padding ?? 0, stride ?? 1).Apply(x);

    private sealed record UnfoldOp(Sizes KernelSize, Sizes Dilation, Sizes Padding, Sizes Stride) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x)
        {
            if (x.Shape.Rank != 4)
            {
                throw new ShapeException(ClassName, "images (batch, channels, height, width)", $"x={x}");
            }

            var kernel = Columns.Each(KernelSize, "kernel_size", ClassName, 1);
            int? windows = 1;
            for (var i = 0; i < 2; i++)
            {
                var count = Columns.Count(x.Shape[i + 2], i, KernelSize, Dilation, Padding, Stride, ClassName);
                windows *= count is null or > 0 ? count : throw new ShapeException(
                    ClassName, $"images at least as large as a window of kernel_size={KernelSize}", $"x={x}");
            }

            return x with { Shape = [x.Shape[0], x.Shape[1] * kernel[0] * kernel[1], windows] };
        }

        protected override TensorHandle Run(TensorHandle x) => Columns.Run(x, wide => Aten.Call(
            "aten::im2col"u8,
            default,
            wide,
            Columns.Longs(KernelSize, ClassName),
            Columns.Longs(Dilation, ClassName),
            Columns.Longs(Padding, ClassName),
            Columns.Longs(Stride, ClassName)));

        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var shape = saved.InputSpec(0).Shape;
            return Fold(g, (shape[2]!.Value, shape[3]!.Value), KernelSize, Dilation, Padding, Stride);
        }
    }

    private sealed record FoldOp(Sizes OutputSize, Sizes KernelSize, Sizes Dilation, Sizes Padding, Sizes Stride)
        : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x)
        {
            if (x.Shape.Rank != 3)
            {
                throw new ShapeException(ClassName, "columns (batch, channels · places, windows)", $"x={x}");
            }

            var kernel = Columns.Each(KernelSize, "kernel_size", ClassName, 1);
            var output = Columns.Each(OutputSize, "output_size", ClassName, 1);
            var places = kernel[0] * kernel[1];
            if (x.Shape[1] % places is > 0)
            {
                throw new ShapeException(ClassName, $"columns of a multiple of {places} places", $"x={x}");
            }

            var windows = Enumerable.Range(0, 2).Aggregate(1, (count, i) => count *
                Columns.Count(output[i], i, KernelSize, Dilation, Padding, Stride, ClassName)!.Value);
            return windows > 0 && Shape.Agree(x.Shape[2], windows)
                ? x with { Shape = [x.Shape[0], x.Shape[1] / places, output[0], output[1]] }
                : throw new ShapeException(ClassName, $"{windows} windows for output_size={OutputSize}", $"x={x}");
        }

        protected override TensorHandle Run(TensorHandle x) => Columns.Run(x, wide => Aten.Call(
            "aten::col2im"u8,
            default,
            wide,
            Columns.Longs(OutputSize, ClassName),
            Columns.Longs(KernelSize, ClassName),
            Columns.Longs(Dilation, ClassName),
            Columns.Longs(Padding, ClassName),
            Columns.Longs(Stride, ClassName)));

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Unfold(g, KernelSize, Dilation, Padding, Stride);
    }
}
