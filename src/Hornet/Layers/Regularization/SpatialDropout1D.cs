using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>In training drops whole feature maps of sequences: (batch, steps, channels).</summary>
/// <example><code>
/// var y = new SpatialDropout1D(0.5, seed: 42).Apply(Ops.Ones([2, 5, 3]), training: true);
/// </code></example>
[KerasExport("keras.layers")]
public sealed partial class SpatialDropout1D : BaseSpatialDropout
{
    /// <summary>Makes the layer.</summary>
    /// <param name="rate">Which part is dropped, from 0 to 1.</param>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <exception cref="ArgumentException">The rate is not between 0 and 1.</exception>
    public SpatialDropout1D(double rate, Seed? seed = null, string? name = null, DTypePolicy? dtype = null)
        : base(rate, 3, seed, name, dtype)
    {
    }

    private protected override Shape NoiseShape => [null, 1, null];
}
