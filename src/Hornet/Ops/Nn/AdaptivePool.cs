namespace Hornet;

public static partial class Ops
{
    /// <summary>The mean of each of as many windows as are asked for, which share the input evenly.</summary>
    /// <param name="inputs">A batch with 1 to 3 spatial axes, (batch, ..., channels) where channels are last.</param>
    /// <param name="outputSize">How many windows there are to be, in each spatial axis.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <example><code>var y = Ops.AdaptiveAveragePool(new float[1, 7, 5, 3], (2, 2)); // (1, 2, 2, 3)</code></example>
    public static Tensor AdaptiveAveragePool(Tensor inputs, Sizes outputSize, string? dataFormat = null)
    {
        RequireEach(inputs, outputSize, "AdaptiveAveragePool");
        return new AdaptiveAveragePoolOp(outputSize, Keras.Config.StandardizeDataFormat(dataFormat)).Apply(inputs);
    }

    /// <summary>
    /// The greatest element of each of as many windows as are asked for, which share the input evenly.
    /// </summary>
    /// <param name="inputs">A batch with 1 to 3 spatial axes, (batch, ..., channels) where channels are last.</param>
    /// <param name="outputSize">How many windows there are to be, in each spatial axis.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <example><code>var y = Ops.AdaptiveMaxPool(new float[1, 7, 5, 3], (2, 2)); // (1, 2, 2, 3)</code></example>
    public static Tensor AdaptiveMaxPool(Tensor inputs, Sizes outputSize, string? dataFormat = null)
    {
        RequireEach(inputs, outputSize, "AdaptiveMaxPool");
        return new AdaptiveMaxPoolOp(outputSize, Keras.Config.StandardizeDataFormat(dataFormat)).Apply(inputs);
    }

    // What a saved model has is one size for each axis.
    private static void RequireEach(Tensor inputs, Sizes outputSize, string operation)
    {
        ArgumentNullException.ThrowIfNull(outputSize);
        if (inputs is KerasTensor && outputSize.IsOne)
        {
            throw new ShapeException(
                operation, "one output_size for each spatial axis of a symbolic tensor", $"output_size={outputSize}");
        }
    }

    private sealed record AdaptiveAveragePoolOp(Sizes OutputSize, string DataFormat) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => new AverageWindowsOp(
            new AdaptivePooling(OutputSize, DataFormat == "channels_last"), ClassName).Apply(inputs[0]);
    }

    private sealed record AdaptiveMaxPoolOp(Sizes OutputSize, string DataFormat) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => new MaxWindowsOp(
            new AdaptivePooling(OutputSize, DataFormat == "channels_last"), ClassName).ApplyMany(inputs[0])[0];
    }
}
