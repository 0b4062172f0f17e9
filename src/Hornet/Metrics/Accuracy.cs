using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>How often predictions equal targets.</summary>
/// <remarks>Both are indices of classes, or whatever else is to be equal.</remarks>
/// <example><code>var value = new Accuracy().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class Accuracy : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public Accuracy(string? name = "accuracy", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Up;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => Keras.Metrics.Matches(yTrue, yPred);
}
