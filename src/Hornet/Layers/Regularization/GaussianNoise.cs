using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>In training adds normal noise of mean 0.</summary>
/// <remarks>Outside of training the inputs pass as they are.</remarks>
/// <example><code>var y = new GaussianNoise(0.1, seed: 42).Apply(x, training: true);</code></example>
[KerasExport("keras.layers")]
public sealed partial class GaussianNoise : Layer
{
    private readonly SeedGenerator? _seedGenerator;

    /// <summary>Makes the layer.</summary>
    /// <param name="stddev">The standard deviation of the noise, from 0 to 1.</param>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The deviation is not between 0 and 1.</exception>
    public GaussianNoise(
        double stddev, Seed? seed = null, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        Stddev = RegularizationRate.Checked(stddev, nameof(stddev));
        Seed = seed;
        _seedGenerator = RegularizationRate.Generator(stddev, seed);
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>The standard deviation of the noise.</summary>
    public double Stddev { get; }

    /// <summary>Where its randomness starts; drawn where null.</summary>
    public Seed? Seed { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Training && Stddev > 0
            ? x + Keras.Random.NormalLike(x, 0, Stddev, ComputeDType, _seedGenerator)
            : x;
    }
}
