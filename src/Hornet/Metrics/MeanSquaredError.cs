using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The mean of the squared errors.</summary>
/// <remarks><c>mean((y − ŷ)²)</c>.</remarks>
/// <example><code>var value = new Hornet.Metrics.MeanSquaredError().Apply(y, x);</code></example>
[KerasExport("keras.metrics", Aliases = ["mse", "MSE"])]
public sealed partial class MeanSquaredError : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public MeanSquaredError(string? name = "mean_squared_error", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => Keras.Losses.MeanSquaredError(yTrue, yPred);
}
