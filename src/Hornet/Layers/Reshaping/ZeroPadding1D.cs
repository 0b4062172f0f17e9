using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Puts zeros around sequences.</summary>
/// <remarks>Input (batch, steps, channels); output with more places.</remarks>
/// <example><code>var y = new ZeroPadding1D(1).Apply(Keras.Input([8, 3])); // (None, 10, 3)</code></example>
[KerasExport("keras.layers")]
public sealed partial class ZeroPadding1D : BaseZeroPadding
{
    /// <summary>Makes the layer.</summary>
    /// <param name="padding">How many zeros before and after the steps; 1 where null.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The padding does not fit the axes, or is negative.</exception>
    public ZeroPadding1D(
        Margins? padding = null,
        string? dataFormat = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(1, padding ?? 1, dataFormat, name, dtype, trainable)
    {
    }
}
