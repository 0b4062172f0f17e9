using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>How far predictions are from the right side of a margin.</summary>
/// <remarks><c>mean(max(1 − y · ŷ, 0))</c>; targets are −1 and 1, or 0 and 1.</remarks>
/// <example><code>var value = new Hornet.Metrics.Hinge().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class Hinge : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public Hinge(string? name = "hinge", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => Keras.Losses.Hinge(yTrue, yPred);
}
