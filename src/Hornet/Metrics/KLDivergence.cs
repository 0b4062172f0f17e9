using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>What is lost where predicted probabilities stand for the true ones.</summary>
/// <remarks><c>sum(y · log(y / ŷ))</c>.</remarks>
/// <example><code>var value = new Hornet.Metrics.KLDivergence().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class KLDivergence : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public KLDivergence(string? name = "kl_divergence", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => Keras.Losses.KLDivergence(yTrue, yPred);
}
