using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>How often the class of the highest prediction is the right one.</summary>
/// <remarks>Targets are one-hot.</remarks>
/// <example><code>var value = new CategoricalAccuracy().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class CategoricalAccuracy : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public CategoricalAccuracy(string? name = "categorical_accuracy", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Up;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => Keras.Metrics.CategoricalAccuracy(yTrue, yPred);
}
