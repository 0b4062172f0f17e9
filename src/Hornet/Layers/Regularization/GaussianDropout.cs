using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>In training multiplies with normal noise of mean 1, as large as a dropout's of the same rate.</summary>
/// <remarks>Outside of training the inputs pass as they are.</remarks>
/// <example><code>var y = new GaussianDropout(0.5, seed: 42).Apply(x, training: true);</code></example>
[KerasExport("keras.layers")]
public sealed partial class GaussianDropout : Layer
{
    private readonly SeedGenerator? _seedGenerator;

    /// <summary>Makes the layer.</summary>
    /// <param name="rate">The rate of the dropout that it stands for, from 0 to 1.</param>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The rate is not between 0 and 1.</exception>
    public GaussianDropout(
        double rate, Seed? seed = null, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        Rate = RegularizationRate.Checked(rate, nameof(rate));
        Seed = seed;
        _seedGenerator = RegularizationRate.Generator(rate, seed);
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>The rate of the dropout that it stands for.</summary>
    public double Rate { get; }

    /// <summary>Where its randomness starts; drawn where null.</summary>
    public Seed? Seed { get; }

    // x · normal(1, √(rate / (1 − rate)))
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Training && Rate > 0
            ? x * Keras.Random.NormalLike(x, 1, Math.Sqrt(Rate / (1 - Rate)), ComputeDType, _seedGenerator)
            : x;
    }
}
