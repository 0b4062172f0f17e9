using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>In training sets a part of the inputs to zero, and scales up the others so that the sum stays.</summary>
/// <remarks>Outside of training the inputs pass as they are.</remarks>
/// <example><code>var y = new Dropout(0.5, seed: 42).Apply(x, training: true);</code></example>
[KerasExport("keras.layers")]
public sealed partial class Dropout : Layer
{
    private readonly SeedGenerator? _seedGenerator;

    /// <summary>Makes the layer.</summary>
    /// <param name="rate">Which part is dropped, from 0 to 1.</param>
    /// <param name="noiseShape">
    /// The shape of the choices, null for an axis of the inputs' size: along an axis of 1 all are dropped together.
    /// </param>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The rate is not between 0 and 1, or the noise has an empty axis.</exception>
    public Dropout(
        double rate,
        Shape? noiseShape = null,
        Seed? seed = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable)
    {
        Rate = RegularizationRate.Checked(rate, nameof(rate));
        NoiseShape = noiseShape?.Contains(0) != true ? noiseShape : throw new ArgumentException(
            $"Expected axes of 1 or more, or null. Received: noiseShape={noiseShape}.", nameof(noiseShape));
        Seed = seed;
        _seedGenerator = RegularizationRate.Generator(rate, seed);
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>Which part is dropped.</summary>
    public double Rate { get; }

    /// <summary>The shape of the choices; that of the inputs where null.</summary>
    public Shape? NoiseShape { get; }

    /// <summary>Where its randomness starts; drawn where null.</summary>
    public Seed? Seed { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Training && Rate > 0 ? Keras.Random.Dropout(x, Rate, NoiseShape, _seedGenerator) : x;
    }
}
