using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>How unlikely counts are where the predictions are their expected values.</summary>
/// <remarks><c>mean(ŷ − y · log(ŷ))</c>.</remarks>
/// <example><code>var value = new Hornet.Metrics.Poisson().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class Poisson : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public Poisson(string? name = "poisson", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => Keras.Losses.Poisson(yTrue, yPred);
}
