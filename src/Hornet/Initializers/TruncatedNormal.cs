using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>Numbers of a normal distribution, none further than two deviations from the mean.</summary>
/// <example><code>var values = new TruncatedNormal(stddev: 0.02, seed: 42).Apply([2, 3]);</code></example>
[KerasExport("keras.initializers")]
public sealed partial class TruncatedNormal : RandomInitializer
{
    /// <summary>Makes the initializer.</summary>
    /// <param name="mean">The mean of the distribution.</param>
    /// <param name="stddev">Its standard deviation.</param>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    public TruncatedNormal(double mean = 0.0, double stddev = 0.05, Seed? seed = null)
        : base(seed) => (Mean, Stddev) = (mean, stddev);

    /// <summary>The mean of the distribution.</summary>
    public double Mean { get; }

    /// <summary>Its standard deviation.</summary>
    public double Stddev { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType? dtype = null) =>
        Keras.Random.TruncatedNormal(shape, Mean, Stddev, dtype, Source);
}
