using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>Numbers of a normal distribution.</summary>
/// <example><code>var values = new RandomNormal(stddev: 0.02, seed: 42).Apply([2, 3]);</code></example>
[KerasExport("keras.initializers", Aliases = ["normal"])]
public sealed partial class RandomNormal : RandomInitializer
{
    /// <summary>Makes the initializer.</summary>
    /// <param name="mean">The mean of the distribution.</param>
    /// <param name="stddev">Its standard deviation.</param>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    public RandomNormal(double mean = 0.0, double stddev = 0.05, Seed? seed = null)
        : base(seed) => (Mean, Stddev) = (mean, stddev);

    /// <summary>The mean of the distribution.</summary>
    public double Mean { get; }

    /// <summary>Its standard deviation.</summary>
    public double Stddev { get; }

    /// <inheritdoc/>
    public override Tensor Apply(Shape shape, DType? dtype = null) =>
        Keras.Random.Normal(shape, Mean, Stddev, dtype, Source);
}
