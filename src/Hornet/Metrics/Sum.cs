using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The weighted sum of values.</summary>
/// <example><code>
/// var sum = new Sum();
/// sum.UpdateState(new[] { 1f, 3, 5, 7 });
/// Console.WriteLine(sum.Result().Item&lt;float>()); // 16
/// </code></example>
[KerasExport("keras.metrics")]
public sealed partial class Sum : Metric
{
    /// <summary>Makes a sum of nothing yet.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public Sum(string? name = "sum", DTypePolicy? dtype = null)
        : base(name, dtype) => Total = AddVariable(Shape.Scalar, dtype: DType, name: "total");

    /// <summary>The sum so far.</summary>
    public Variable Total { get; }

    /// <summary>Takes in values.</summary>
    /// <param name="values">The values.</param>
    /// <param name="sampleWeight">What each is multiplied by; 1 where null.</param>
    public void UpdateState(Tensor values, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (sums, _) = SamplewiseReduction.Reduce(values, sampleWeight, Ops.Sum, DType);
        Total.AssignAdd(Ops.Sum(sums));
    }

    /// <summary>A sum has no targets: this always says so.</summary>
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null) =>
        throw new InvalidOperationException(
            $"Sum '{Name}': expected UpdateState(values, sampleWeight). Received: targets and predictions.");

    /// <summary>Takes in values, and gives the sum so far.</summary>
    /// <inheritdoc cref="UpdateState(Tensor, Tensor?)"/>
    public Tensor Apply(Tensor values, Tensor? sampleWeight = null)
    {
        UpdateState(values, sampleWeight);
        return Result();
    }

    /// <inheritdoc/>
    public override Tensor Result() => Total.Raw;
}
