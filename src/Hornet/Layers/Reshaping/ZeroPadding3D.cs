using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Puts zeros around volumes.</summary>
/// <remarks>Input (batch, depth, height, width, channels); output with more places.</remarks>
/// <example><code>
/// var y = new ZeroPadding3D(1).Apply(Keras.Input([8, 8, 8, 3])); // (None, 10, 10, 10, 3)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class ZeroPadding3D : BaseZeroPadding
{
    /// <summary>Makes the layer.</summary>
    /// <param name="padding">
    /// How many zeros before and after each spatial axis: one number, one for each, or pairs; 1 where null.
    /// </param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The padding does not fit the axes, or is negative.</exception>
    public ZeroPadding3D(
        Margins? padding = null,
        string? dataFormat = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(3, padding ?? 1, dataFormat, name, dtype, trainable)
    {
    }
}
