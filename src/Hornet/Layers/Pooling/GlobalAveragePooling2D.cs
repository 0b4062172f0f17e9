using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The mean of each channel of images.</summary>
/// <remarks>Input (batch, height, width, channels); output (batch, channels).</remarks>
/// <example><code>var y = new GlobalAveragePooling2D().Apply(Keras.Input([28, 28, 3])); // (None, 3)</code></example>
[KerasExport("keras.layers", Aliases = ["GlobalAvgPool2D"])]
public sealed partial class GlobalAveragePooling2D : BaseGlobalPooling
{
    /// <summary>Makes the layer.</summary>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="keepdims">Whether the spatial axes stay, with size 1.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    public GlobalAveragePooling2D(
        string? dataFormat = null,
        bool keepdims = false,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(2, dataFormat, keepdims, name, dtype, trainable)
    {
    }

    private protected override Tensor Pool(Tensor x, Axes axes) => Ops.Mean(x, axes, Keepdims);
}
