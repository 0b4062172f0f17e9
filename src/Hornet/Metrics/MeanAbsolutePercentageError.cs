using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The mean of the errors in percent of the targets.</summary>
/// <remarks><c>100 · mean(|y − ŷ| / |y|)</c>.</remarks>
/// <example><code>var value = new Hornet.Metrics.MeanAbsolutePercentageError().Apply(y, x);</code></example>
[KerasExport("keras.metrics", Aliases = ["mape", "MAPE"])]
public sealed partial class MeanAbsolutePercentageError : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public MeanAbsolutePercentageError(string? name = "mean_absolute_percentage_error", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.MeanAbsolutePercentageError(yTrue, yPred);
}
