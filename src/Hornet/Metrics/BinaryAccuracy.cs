using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>How often predictions are on their target's side of a threshold.</summary>
/// <remarks>Targets are 0 and 1.</remarks>
/// <example><code>var value = new BinaryAccuracy().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class BinaryAccuracy : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    /// <param name="threshold">Predictions above it count as 1.</param>
    public BinaryAccuracy(
        string? name = "binary_accuracy",
        DTypePolicy? dtype = null,
        double threshold = 0.5)
        : base(name, dtype)
    {
        Threshold = threshold;
    }

    /// <summary>Predictions above it count as 1.</summary>
    public double Threshold { get; }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Up;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) =>
        Keras.Metrics.BinaryAccuracy(yTrue, yPred, Threshold);
}
