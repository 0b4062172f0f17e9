using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>How far the right class is from leading the best wrong one by 1.</summary>
/// <remarks><c>max(max((1 − y) · ŷ) − sum(y · ŷ) + 1, 0)</c>; targets are one-hot.</remarks>
/// <example><code>var value = new Hornet.Metrics.CategoricalHinge().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class CategoricalHinge : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public CategoricalHinge(string? name = "categorical_hinge", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => Keras.Losses.CategoricalHinge(yTrue, yPred);
}
