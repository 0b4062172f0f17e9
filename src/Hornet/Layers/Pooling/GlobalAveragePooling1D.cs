using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The mean of each channel of sequences.</summary>
/// <remarks>Input (batch, steps, channels); output (batch, channels). Steps that a mask leaves out do not
/// count.</remarks>
/// <example><code>var y = new GlobalAveragePooling1D().Apply(Keras.Input([10, 8])); // (None, 8)</code></example>
[KerasExport("keras.layers", Aliases = ["GlobalAvgPool1D"])]
public sealed partial class GlobalAveragePooling1D : BaseGlobalPooling
{
    /// <summary>Makes the layer.</summary>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="keepdims">Whether the spatial axes stay, with size 1.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    public GlobalAveragePooling1D(
        string? dataFormat = null,
        bool keepdims = false,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(1, dataFormat, keepdims, name, dtype, trainable) => SupportsMasking = true;

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Mask is { IsLeaf: true, Value: { } mask } ? MaskedMean(x, mask) : base.Call(x, context);
    }

    /// <inheritdoc/>
    protected override Nested<Tensor>? ComputeMask(Nested<Tensor> inputs, Nested<Tensor>? mask) => null;

    private protected override Tensor Pool(Tensor x, Axes axes) => Ops.Mean(x, axes, Keepdims);

    // Σ counted steps / their number
    private Tensor MaskedMean(Tensor x, Tensor mask)
    {
        var counts = Ops.Cast(Ops.ExpandDims(mask, DataFormat == "channels_last" ? 2 : 1), DType.Bool);
        var kept = Ops.Where(counts, x, Ops.ZerosLike(x));
        return Ops.Sum(kept, SpatialAxes, Keepdims) / Ops.Sum(Ops.Cast(counts, x.DType), SpatialAxes, Keepdims);
    }
}
