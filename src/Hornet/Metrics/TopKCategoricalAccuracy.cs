using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>How often the right class is among those of the k highest predictions.</summary>
/// <remarks>Targets are one-hot.</remarks>
/// <example><code>var value = new TopKCategoricalAccuracy().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class TopKCategoricalAccuracy : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="k">How many of the best predictions count.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public TopKCategoricalAccuracy(
        int k = 5,
        string? name = "top_k_categorical_accuracy",
        DTypePolicy? dtype = null)
        : base(name, dtype)
    {
        K = k;
    }

    /// <summary>How many of the best predictions count.</summary>
    public int K { get; }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Up;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) =>
        Keras.Metrics.TopKCategoricalAccuracy(yTrue, yPred, K);
}
