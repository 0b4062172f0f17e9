namespace Hornet;

public static partial class Ops
{
    /// <summary>Convolves each channel by itself.</summary>
    /// <param name="inputs">A batch with 1 to 3 spatial axes, (batch, ..., channels) where channels are last.</param>
    /// <param name="kernel">(..., channels, outputs of each channel).</param>
    /// <param name="strides">How far a window is from the next, in each spatial axis; 1 where null.</param>
    /// <param name="padding"><c>valid</c>: windows lie inside; <c>same</c>: with zeros around, one per stride.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="dilationRate">How far the places of a window are apart; 1 where null.</param>
    /// <example><code>
    /// var y = Ops.DepthwiseConv(new float[1, 8, 8, 3], new float[3, 3, 3, 2]); // (1, 6, 6, 6)
    /// </code></example>
    public static Tensor DepthwiseConv(
        Tensor inputs,
        Tensor kernel,
        Sizes? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        Sizes? dilationRate = null) => new DepthwiseConvOp(
            strides ?? 1,
            Lower(padding),
            Keras.Config.StandardizeDataFormat(dataFormat),
            dilationRate ?? 1).Apply(inputs, kernel);

    /// <summary>Convolves each channel by itself, then mixes the channels of each place.</summary>
    /// <param name="inputs">A batch with 1 to 3 spatial axes, (batch, ..., channels) where channels are last.</param>
    /// <param name="depthwiseKernel">(..., channels, outputs of each channel).</param>
    /// <param name="pointwiseKernel">(1, ..., all outputs of the channels, output channels).</param>
    /// <param name="strides">How far a window is from the next, in each spatial axis; 1 where null.</param>
    /// <param name="padding"><c>valid</c>: windows lie inside; <c>same</c>: with zeros around, one per stride.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="dilationRate">How far the places of a window are apart; 1 where null.</param>
    /// <example><code>
    /// var y = Ops.SeparableConv(new float[1, 8, 3], new float[3, 3, 2], new float[1, 6, 4]); // (1, 6, 4)
    /// </code></example>
    public static Tensor SeparableConv(
        Tensor inputs,
        Tensor depthwiseKernel,
        Tensor pointwiseKernel,
        Sizes? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        Sizes? dilationRate = null) => new SeparableConvOp(
            strides ?? 1,
            Lower(padding),
            Keras.Config.StandardizeDataFormat(dataFormat),
            dilationRate ?? 1).Apply(inputs, depthwiseKernel, pointwiseKernel);

    private sealed record DepthwiseConvOp(Sizes Strides, string Padding, string DataFormat, Sizes DilationRate)
        : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (x, kernel) = (inputs[0], inputs[1]);
            var convolution = new Convolution(
                Strides, DilationRate, SlidingWindow.IsSame(Padding, ClassName), DataFormat == "channels_last");
            ConvolutionRules.CheckRanks(x.Spec, kernel.Spec, ClassName);
            if (!Shape.Agree(x.Shape[convolution.ChannelAxis(x.Rank)], kernel.Shape[^2]))
            {
                throw new ShapeException(
                    ClassName, "as many channels of the kernel as of the input", $"x={x.Spec}, kernel={kernel.Spec}");
            }

            // As many groups as channels: each has one input channel, and its outputs are neighbours.
            var outputs = kernel.Shape[^2] * kernel.Shape[^1];
            var grouped = Reshape(kernel, TargetShape.Create([.. kernel.Shape[..^2], 1, outputs]));
            return new ConvolveOp(convolution, ClassName).Apply(Cast(x, kernel.DType), grouped);
        }
    }

    private sealed record SeparableConvOp(Sizes Strides, string Padding, string DataFormat, Sizes DilationRate)
        : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var each = DepthwiseConv(inputs[0], inputs[1], Strides, Padding, DataFormat, DilationRate);
            return Conv(each, inputs[2], dataFormat: DataFormat, dilationRate: DilationRate);
        }
    }
}
