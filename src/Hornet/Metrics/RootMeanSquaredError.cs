using Hornet.Losses;
using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The root of the mean of the squared errors.</summary>
/// <remarks><c>√mean((ŷ − y)²)</c> over all batches.</remarks>
/// <example><code>var value = new RootMeanSquaredError().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class RootMeanSquaredError : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public RootMeanSquaredError(string? name = "root_mean_squared_error", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(yTrue);
        ArgumentNullException.ThrowIfNull(yPred);
        Gather(Measure(yTrue, yPred), sampleWeight); // as in Keras, whatever the mask of the predictions
    }

    /// <inheritdoc/>
    public override Tensor Result() => Ops.Sqrt(base.Result());

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred)
    {
        var (y, p) = LossReduction.Align(nameof(RootMeanSquaredError), Ops.Cast(yTrue, DType), Ops.Cast(yPred, DType));
        return Ops.Square(p - y);
    }
}
