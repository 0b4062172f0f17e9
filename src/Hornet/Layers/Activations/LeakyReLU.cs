using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The positive part, and a small slope below zero.</summary>
/// <example><code>var y = new LeakyReLU(0.1).Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class LeakyReLU : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="negativeSlope">The slope below zero.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">The slope is negative.</exception>
    public LeakyReLU(
        double negativeSlope = 0.3, string? name = null, DTypePolicy? dtype = null, bool trainable = true)
        : base(name, dtype, trainable)
    {
        NegativeSlope = ReLU.NotNegative(negativeSlope, "negative_slope", ClassName);
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>The slope below zero.</summary>
    public double NegativeSlope { get; }

    // x where x ≥ 0, elsewhere negativeSlope · x
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context) => Ops.Where(x >= 0, x, x * NegativeSlope);

    // Keras 2 called it alpha.
    private static void UpgradeConfig(ConfigReader config) => config.Rename("alpha", "negative_slope");
}
