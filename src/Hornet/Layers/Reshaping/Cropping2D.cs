using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Cuts places off the edges of images.</summary>
/// <remarks>Input (batch, height, width, channels); output with fewer places.</remarks>
/// <example><code>var y = new Cropping2D(1).Apply(Keras.Input([8, 8, 3])); // (None, 6, 6, 3)</code></example>
[KerasExport("keras.layers")]
public sealed partial class Cropping2D : BaseCropping
{
    /// <summary>Makes the layer.</summary>
    /// <param name="cropping">
    /// How many places to cut off before and after each spatial axis: one number, one for each, or pairs; 0 where null.
    /// </param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The cropping does not fit the axes, or is negative.</exception>
    public Cropping2D(
        Margins? cropping = null,
        string? dataFormat = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(2, cropping ?? 0, dataFormat, name, dtype, trainable)
    {
    }
}
