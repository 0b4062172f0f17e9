using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>In training sets a part of the inputs to SELU's lowest value, and keeps mean and variance.</summary>
/// <remarks>
/// Goes with SELU, whose outputs it leaves normalized. Outside of training the inputs pass as they are.
/// </remarks>
/// <example><code>var y = new AlphaDropout(0.5, seed: 42).Apply(x, training: true);</code></example>
[KerasExport("keras.layers")]
public sealed partial class AlphaDropout : Layer
{
    private const double Lowest = -1.6732632423543772848170429916717 * 1.0507009873554804934193349852946;

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
    /// <exception cref="ArgumentException">The rate is not between 0 and 1.</exception>
    public AlphaDropout(
        double rate,
        Shape? noiseShape = null,
        Seed? seed = null,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable)
    {
        Rate = RegularizationRate.Checked(rate, nameof(rate));
        (NoiseShape, Seed) = (noiseShape, seed);
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

    // a · (kept ? x : lowest) + b, with a = 1 / √((1 − rate) (1 + rate · lowest²)) and b = −a · lowest · rate
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.Training || Rate == 0)
        {
            return x;
        }

        var unit = Keras.Random.UniformLike(x, NoiseShape, 0, 1, Keras.Config.Floatx(), _seedGenerator);
        var kept = Ops.Cast(unit >= Rate, x.DType);
        var a = 1 / Math.Sqrt((1 - Rate) * (1 + (Rate * Lowest * Lowest)));
        return (a * ((x * kept) + (Lowest * (1 - kept)))) - (a * Lowest * Rate);
    }
}
