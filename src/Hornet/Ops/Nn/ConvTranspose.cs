using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The reverse way of a convolution: from what it gives to the size of what it takes.</summary>
    /// <param name="inputs">A batch with 1 to 3 spatial axes, (batch, ..., channels) where channels are last.</param>
    /// <param name="kernel">(..., output channels, input channels).</param>
    /// <param name="strides">How far a window of the output is from the next; 1 where null.</param>
    /// <param name="padding"><c>valid</c>: all that a window touches; <c>same</c>: strides times the size.</param>
    /// <param name="outputPadding">How much larger the output is than the least; by the rule of Keras where
    /// null.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="dilationRate">How far the places of a window are apart; 1 where null.</param>
    /// <example><code>
    /// var y = Ops.ConvTranspose(new float[1, 4, 4, 3], new float[3, 3, 2, 3], 2, "same"); // (1, 8, 8, 2)
    /// </code></example>
    public static Tensor ConvTranspose(
        Tensor inputs,
        Tensor kernel,
        Sizes? strides = null,
        string padding = "valid",
        Sizes? outputPadding = null,
        string? dataFormat = null,
        Sizes? dilationRate = null) => new ConvTransposeOp(
            strides ?? 1,
            Lower(padding),
            outputPadding,
            Keras.Config.StandardizeDataFormat(dataFormat),
            dilationRate ?? 1).Apply(inputs, kernel);

    private sealed record ConvTransposeOp(
        Sizes Strides, string Padding, Sizes? OutputPadding, string DataFormat, Sizes DilationRate) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        private bool IsChannelsLast => DataFormat == "channels_last";

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.Common(inputs);

        protected override TensorSpec Infer(TensorSpec x, TensorSpec w)
        {
            ConvolutionRules.CheckRanks(x, w, ClassName);
            var channels = x.Shape[IsChannelsLast ? x.Shape.Rank - 1 : 1];
            if (!Shape.Agree(channels, w.Shape[^1]))
            {
                throw new ShapeException(
                    ClassName, "as many input channels of the kernel, its last axis, as of the input",
                        $"x={x}, kernel={w}");
            }

            return x with { Shape = OutputShape(x.Shape, w.Shape) };
        }

        protected override TensorHandle Run(TensorHandle x, TensorHandle w)
        {
            var (input, kernel) = (Shape.FromSizes(x.Sizes), Shape.FromSizes(w.Sizes));
            return ConvolutionKernels.InputGradient(Reverse(kernel), x, w, OutputShape(input, kernel).Sizes, groups: 1);
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (x, w) = (saved.Input(0), saved.Input(1));
            var convolution = Reverse(w.Shape);
            return (
                saved.Wants(0) ? new ConvolveOp(convolution, ClassName).Apply(g, w) : null,
                saved.Wants(1) ? new ConvolveKernelOp(convolution, w.Shape).Apply(g, x) : null);
        }

        // The convolution whose gradient this is.
        private Convolution Reverse(Shape kernel) => new(Strides, DilationRate, IsSame: false, IsChannelsLast)
        {
            Pads = [.. Windows(kernel).Select(window => (window.Low, window.High))],
        };

        private Shape OutputShape(Shape x, Shape kernel)
        {
            var convolution = new Convolution(Strides, DilationRate, false, IsChannelsLast);
            var spatial = convolution.Spatial(x);
            var windows = Windows(kernel);
            for (var i = 0; i < spatial.Length; i++)
            {
                spatial[i] = spatial[i] is { } length ? windows[i].Length(length) : null;
                if (spatial[i] <= 0)
                {
                    throw new ShapeException(ClassName, "an output of at least one place", $"x of shape {x}, {this}");
                }
            }

            return convolution.Compose(x[0], kernel[^2], spatial);
        }

        private TransposedWindow[] Windows(Shape kernel)
        {
            var isSame = SlidingWindow.IsSame(Padding, ClassName);
            var sizes = ConvolutionRules.Kernel(kernel);
            var windows = new Convolution(Strides, DilationRate, isSame, IsChannelsLast).Windows(sizes, ClassName);
            var extra = OutputPadding?.Spread(sizes.Length, "output_padding", ClassName, least: 0);
            return [.. windows.Select((window, i) => TransposedWindow.Of(window, isSame, extra?[i]))];
        }
    }
}
