using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>Draws values whose variance is <c>scale</c> over the number of units that a weight connects.</summary>
/// <example><code>
/// var values = new VarianceScaling(2.0, mode: "fan_avg", distribution: "uniform", seed: 42).Apply([2, 3]);
/// </code></example>
[KerasExport("keras.initializers")]
public sealed partial class VarianceScaling : FanInitializer
{
    /// <summary>Makes the initializer.</summary>
    /// <param name="scale">What the variance is a part of; above 0.</param>
    /// <param name="mode">
    /// <c>fan_in</c> divides by the inputs, <c>fan_out</c> by the outputs, <c>fan_avg</c> by the mean of both.
    /// </param>
    /// <param name="distribution">
    /// <c>truncated_normal</c> (or <c>normal</c>), <c>untruncated_normal</c> or <c>uniform</c>.
    /// </param>
    /// <param name="seed">A number or a generator; drawn now where null.</param>
    /// <param name="inputAxes">The axes of the inputs; found by the shape where null.</param>
    /// <param name="outputAxes">The axes of the outputs; found by the shape where null.</param>
    /// <exception cref="ArgumentException">The scale is not positive, or a name is not known.</exception>
    public VarianceScaling(
        double scale = 1.0,
        string mode = "fan_in",
        string distribution = "truncated_normal",
        Seed? seed = null,
        IReadOnlyList<int>? inputAxes = null,
        IReadOnlyList<int>? outputAxes = null)
        : base(Positive(scale), Known(mode), Canonical(distribution), seed, inputAxes, outputAxes) =>
        (Scale, Mode, Distribution) = (scale, mode, Canonical(distribution));

    /// <summary>What the variance is a part of.</summary>
    public double Scale { get; }

    /// <summary>By which units the scale is divided.</summary>
    public string Mode { get; }

    /// <summary>What is drawn from.</summary>
    public string Distribution { get; }

    private static double Positive(double scale) => scale > 0 ? scale : throw new ArgumentException(
        $"Expected a positive scale. Received: scale={scale}.", nameof(scale));

    private static string Known(string mode) => mode is "fan_in" or "fan_out" or "fan_avg" ? mode
        : throw new ArgumentException(
            $"Expected the mode 'fan_in', 'fan_out' or 'fan_avg'. Received: mode='{mode}'.", nameof(mode));

    private static string Canonical(string distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        var lower = distribution.ToLowerInvariant();
        return lower switch
        {
            "normal" => "truncated_normal",
            "truncated_normal" or "untruncated_normal" or "uniform" => lower,
            _ => throw new ArgumentException(
                "Expected the distribution 'truncated_normal', 'untruncated_normal' or 'uniform'. " +
                $"Received: distribution='{distribution}'.", nameof(distribution)),
        };
    }
}
