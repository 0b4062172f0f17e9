using System.Globalization;
using Hornet.Serialization;

namespace Hornet.Layers;

/// <summary>The positive part, or a variant: with a slope below, a bound above, or from a threshold on.</summary>
/// <example><code>var y = new ReLU(maxValue: 6).Apply(x);</code></example>
[KerasExport("keras.layers")]
public sealed partial class ReLU : Layer
{
    /// <summary>Makes the layer.</summary>
    /// <param name="maxValue">The greatest value; none where null.</param>
    /// <param name="negativeSlope">The slope below the threshold.</param>
    /// <param name="threshold">From where on values count.</param>
    /// <param name="name">The layer's name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; the global policy where null.</param>
    /// <param name="trainable">Whether training changes its weights: it has none.</param>
    /// <exception cref="ArgumentException">A parameter is negative.</exception>
    public ReLU(
        double? maxValue = null,
        double negativeSlope = 0,
        double threshold = 0,
        string? name = null,
        DTypePolicy? dtype = null,
        bool trainable = true)
        : base(name, dtype, trainable)
    {
        MaxValue = maxValue is { } bound ? NotNegative(bound, "max_value", ClassName) : null;
        NegativeSlope = NotNegative(negativeSlope, "negative_slope", ClassName);
        Threshold = NotNegative(threshold, "threshold", ClassName);
        SupportsMasking = true;
        Built = true;
    }

    /// <summary>The greatest value; none where null.</summary>
    public double? MaxValue { get; }

    /// <summary>The slope below the threshold.</summary>
    public double NegativeSlope { get; }

    /// <summary>From where on values count.</summary>
    public double Threshold { get; }

    internal static double NotNegative(double value, string name, string layer) => value >= 0 ? value
        : throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture, $"{layer}: expected {name} to be 0 or more. Received: {name}={value}."));

    // min(x, maxValue) where x > threshold, elsewhere negativeSlope · (x − threshold)
    /// <inheritdoc/>
    protected override Tensor Call(Tensor x, CallContext context)
    {
        var positive = Threshold == 0 ? Ops.Relu(x) : Ops.Where(x > Threshold, x, Ops.ZerosLike(x));
        positive = MaxValue is { } bound ? Ops.Minimum(positive, bound) : positive;
        return NegativeSlope == 0 ? positive : positive - NegativeSlope * Ops.Relu(Threshold - x);
    }
}
