using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The weighted mean of values.</summary>
/// <example><code>
/// var mean = new Mean();
/// mean.UpdateState(new[] { 1f, 3, 5, 7 });
/// Console.WriteLine(mean.Result().Item&lt;float>()); // 4
/// </code></example>
[KerasExport("keras.metrics")]
public sealed partial class Mean : MeanMetric
{
    /// <summary>Makes a mean of nothing yet.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public Mean(string? name = "mean", DTypePolicy? dtype = null)
        : base(name, dtype)
    {
    }

    /// <summary>Takes in values.</summary>
    /// <param name="values">The values, the samples along the first axis.</param>
    /// <param name="sampleWeight">How much each counts; all the same where null.</param>
    public void UpdateState(Tensor values, Tensor? sampleWeight = null) => Gather(values, sampleWeight);

    /// <summary>Takes in values, and gives the mean so far.</summary>
    /// <inheritdoc cref="UpdateState(Tensor, Tensor?)"/>
    public Tensor Apply(Tensor values, Tensor? sampleWeight = null)
    {
        UpdateState(values, sampleWeight);
        return Result();
    }

    /// <summary>A mean has no targets: this always says so.</summary>
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Always.</exception>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => throw new InvalidOperationException(
        $"Mean '{Name}': expected UpdateState(values, sampleWeight). Received: targets and predictions. To average a " +
        "function of these, use MeanMetricWrapper.");
}
