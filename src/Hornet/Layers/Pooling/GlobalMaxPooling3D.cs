using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The greatest element of each channel of volumes.</summary>
/// <remarks>Input (batch, depth, height, width, channels); output (batch, channels).</remarks>
/// <example><code>var y = new GlobalMaxPooling3D().Apply(Keras.Input([8, 8, 8, 2])); // (None, 2)</code></example>
[KerasExport("keras.layers", Aliases = ["GlobalMaxPool3D"])]
public sealed partial class GlobalMaxPooling3D : BaseGlobalPooling
{
    /// <summary>Makes the layer.</summary>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="keepdims">Whether the spatial axes stay, with size 1.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    public GlobalMaxPooling3D(
        string? dataFormat = null,
        bool keepdims = false,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(3, dataFormat, keepdims, name, dtype, trainable)
    {
    }

    private protected override Tensor Pool(Tensor x, Axes axes) => Ops.Max(x, axes, Keepdims);
}
