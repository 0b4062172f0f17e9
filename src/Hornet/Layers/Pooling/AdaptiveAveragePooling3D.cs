using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The mean of each of as many windows of volumes as are asked for.</summary>
/// <example><code>
/// var y = new AdaptiveAveragePooling3D(2).Apply(Keras.Input([8, 8, 8, 3])); // (None, 2, 2, 2, 3)
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class AdaptiveAveragePooling3D : BaseAdaptivePooling
{
    /// <summary>Makes the layer.</summary>
    /// <param name="outputSize">How many windows there are, in each spatial axis.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">A size is less than 1, or there are not as many as axes.</exception>
    public AdaptiveAveragePooling3D(
        Sizes outputSize,
        string? dataFormat = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(3, outputSize, dataFormat, name, dtype, trainable)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) =>
        Ops.AdaptiveAveragePool(x, OutputSize, DataFormat);
}
