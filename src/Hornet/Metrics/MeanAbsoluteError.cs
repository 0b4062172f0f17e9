using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The mean of the errors, whatever their sign.</summary>
/// <remarks><c>mean(|y − ŷ|)</c>.</remarks>
/// <example><code>var value = new Hornet.Metrics.MeanAbsoluteError().Apply(y, x);</code></example>
[KerasExport("keras.metrics", Aliases = ["mae", "MAE"])]
public sealed partial class MeanAbsoluteError : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public MeanAbsoluteError(string? name = "mean_absolute_error", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => Keras.Losses.MeanAbsoluteError(yTrue, yPred);
}
