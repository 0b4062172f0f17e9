using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Convolves images, or sequences, or volumes with a kernel: <c>Σ input(window) · kernel</c>.</summary>
    /// <param name="inputs">A batch with 1 to 3 spatial axes, (batch, ..., channels) where channels are last.</param>
    /// <param name="kernel">(..., input channels, output channels). Fewer input channels than the inputs have: as many
    /// groups of channels, each with its share of the output channels.</param>
    /// <param name="strides">How far a window is from the next, in each spatial axis; 1 where null.</param>
    /// <param name="padding"><c>valid</c>: windows lie inside; <c>same</c>: with zeros around, one per stride.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="dilationRate">How far the places of a window are apart; 1 where null.</param>
    /// <example><code>
    /// var y = Ops.Conv(new float[1, 8, 8, 3], new float[3, 3, 3, 4], padding: "same"); // (1, 8, 8, 4)
    /// </code></example>
    public static Tensor Conv(
        Tensor inputs,
        Tensor kernel,
        Sizes? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        Sizes? dilationRate = null) => new ConvOp(
            strides ?? 1,
            Lower(padding),
            Keras.Config.StandardizeDataFormat(dataFormat),
            dilationRate ?? 1).Apply(inputs, kernel);

    private static string Lower(string padding)
    {
        ArgumentNullException.ThrowIfNull(padding);
        return padding.ToLowerInvariant();
    }

    private sealed record ConvOp(Sizes Strides, string Padding, string DataFormat, Sizes DilationRate) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => new ConvolveOp(
            new Convolution(
                Strides, DilationRate, SlidingWindow.IsSame(Padding, ClassName), DataFormat == "channels_last"),
            ClassName).Apply(Cast(inputs[0], inputs[1].DType), inputs[1]);
    }

    /// <summary>
    /// The product of windows of x and the kernel w: bilinear, so that its gradients are of its own kind.
    /// </summary>
    private sealed record ConvolveOp(Convolution Convolution, string Name) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec x, TensorSpec w)
        {
            ConvolutionRules.Check(Convolution, x, w, Name);
            var spatial = Convolution.Spatial(x.Shape);
            var windows = Convolution.Windows(ConvolutionRules.Kernel(w.Shape, Convolution.IsSame), Name);
            for (var i = 0; i < spatial.Length; i++)
            {
                var count = Convolution.Count(windows[i], i, spatial[i]);
                spatial[i] = count > 0 || count is null || (spatial[i] == 0 && Convolution.IsSame) ? count
                    : throw new ShapeException(
                        Name, $"an input at least as large as a window ({windows[i].Extent} in spatial axis {i})",
                            $"x={x}");
            }

            return new(Convolution.Compose(x.Shape[0], w.Shape[^1], spatial), w.DType);
        }

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, w) = (inputs[0], inputs[1]);
            var groups = ConvolutionRules.Groups(Convolution, x.Shape, w.Shape);
            return OwnConvolutions.Lower(
                Convolution, w.DType, x.Shape, w.Shape, groups, ConvolutionKind.Product);
        }

        protected override TensorHandle Run(TensorHandle x, TensorHandle w) =>
            ConvolutionKernels.Product(Convolution, x, w);

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (x, w) = (saved.Input(0), saved.Input(1));
            var groups = ConvolutionRules.Groups(Convolution, x.Shape, w.Shape);
            return (
                saved.Wants(0) ? new ConvolveInputOp(Convolution, x.Shape, groups).Apply(g, w) : null,
                saved.Wants(1) ? new ConvolveKernelOp(Convolution, w.Shape).Apply(x, g) : null);
        }
    }

    /// <summary>The gradient of the product by its input: spreads g over the windows.</summary>
    private sealed record ConvolveInputOp(Convolution Convolution, Shape Input, int Groups) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec g, TensorSpec w) => new(Input, w.DType);

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) => OwnConvolutions.Lower(
            Convolution, inputs[1].DType, Input, inputs[1].Shape, Groups, ConvolutionKind.InputGradient);

        protected override TensorHandle Run(TensorHandle g, TensorHandle w) =>
            ConvolutionKernels.InputGradient(Convolution, g, w, Input.Sizes, Groups);

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (inner, w) = (saved.Input(0), saved.Input(1));
            return (
                saved.Wants(0) ? new ConvolveOp(Convolution, ClassName).Apply(g, w) : null,
                saved.Wants(1) ? new ConvolveKernelOp(Convolution, w.Shape).Apply(g, inner) : null);
        }
    }

    /// <summary>The gradient of the product by its kernel: windows of x times g.</summary>
    private sealed record ConvolveKernelOp(Convolution Convolution, Shape Kernel) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec x, TensorSpec g) => new(Kernel, x.DType);

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs)
        {
            var (x, groups) = (inputs[0], ConvolutionRules.Groups(Convolution, inputs[0].Shape, Kernel));
            return OwnConvolutions.Lower(
                Convolution, x.DType, x.Shape, Kernel, groups, ConvolutionKind.KernelGradient);
        }

        protected override TensorHandle Run(TensorHandle x, TensorHandle g) =>
            ConvolutionKernels.KernelGradient(Convolution, x, g, Kernel.Sizes);

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (x, inner) = (saved.Input(0), saved.Input(1));
            var groups = ConvolutionRules.Groups(Convolution, x.Shape, Kernel);
            return (
                saved.Wants(0) ? new ConvolveInputOp(Convolution, x.Shape, groups).Apply(inner, g) : null,
                saved.Wants(1) ? new ConvolveOp(Convolution, ClassName).Apply(x, g) : null);
        }
    }
}
