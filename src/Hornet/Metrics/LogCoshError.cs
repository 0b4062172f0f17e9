using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The mean of the logarithms of the errors' hyperbolic cosines.</summary>
/// <remarks><c>mean(log(cosh(ŷ − y)))</c>.</remarks>
/// <example><code>var value = new LogCoshError().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class LogCoshError : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public LogCoshError(string? name = "logcosh", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => Keras.Losses.LogCosh(yTrue, yPred);
}
