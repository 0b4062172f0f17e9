using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>In training drops whole feature maps of images: (batch, rows, columns, channels).</summary>
/// <example><code>
/// var y = new SpatialDropout2D(0.5, seed: 42).Apply(Ops.Ones([2, 4, 4, 3]), training: true);
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class SpatialDropout2D : BaseSpatialDropout
{
    /// <summary>Makes the layer.</summary>
    /// <param name="rate">Which part is dropped, from 0 to 1.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global setting where null.</param>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <exception cref="ArgumentException">The rate is not between 0 and 1, or there is no such format.</exception>
    public SpatialDropout2D(
        double rate, string? dataFormat = null, Seed? seed = null, string? name = null, DTypePolicy? dtype = null)
        : base(rate, 4, seed, name, dtype) => DataFormat = Keras.Config.StandardizeDataFormat(dataFormat);

    /// <summary>Where the channels are.</summary>
    public string DataFormat { get; }

    private protected override Shape NoiseShape =>
        DataFormat == "channels_first" ? [null, null, 1, 1] : [null, 1, 1, null];
}
