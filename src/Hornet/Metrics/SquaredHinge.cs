using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The squares of how far predictions are from the right side of a margin.</summary>
/// <remarks><c>mean(max(1 − y · ŷ, 0)²)</c>; targets are −1 and 1, or 0 and 1.</remarks>
/// <example><code>var value = new Hornet.Metrics.SquaredHinge().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class SquaredHinge : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public SquaredHinge(string? name = "squared_hinge", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => Keras.Losses.SquaredHinge(yTrue, yPred);
}
