using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>Cuts places off the edges of sequences.</summary>
/// <remarks>Input (batch, steps, channels); output with fewer places.</remarks>
/// <example><code>var y = new Cropping1D(1).Apply(Keras.Input([8, 3])); // (None, 6, 3)</code></example>
[KerasExport("keras.layers")]
public sealed partial class Cropping1D : BaseCropping
{
    /// <summary>Makes the layer.</summary>
    /// <param name="cropping">How many places to cut off before and after the steps; 1 where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The cropping does not fit the axes, or is negative.</exception>
    public Cropping1D(Margins? cropping = null, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(1, cropping ?? 1, "channels_last", name, dtype, trainable)
    {
    }

    // Keras's sequences always have their channels last.
    private static void ExtendConfig(System.Text.Json.Nodes.JsonObject config) => config.Remove("data_format");
}
