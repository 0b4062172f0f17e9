using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The mean of the squared errors of logarithms: of how many times too large or too small.</summary>
/// <remarks><c>mean((log(y + 1) − log(ŷ + 1))²)</c>.</remarks>
/// <example><code>var value = new Hornet.Metrics.MeanSquaredLogarithmicError().Apply(y, x);</code></example>
[KerasExport("keras.metrics", Aliases = ["msle", "MSLE"])]
public sealed partial class MeanSquaredLogarithmicError : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public MeanSquaredLogarithmicError(string? name = "mean_squared_logarithmic_error", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.MeanSquaredLogarithmicError(yTrue, yPred);
}
