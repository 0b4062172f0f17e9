using Hornet.Losses;

namespace Hornet.Metrics;

/// <summary>The weighted mean of what is measured of each sample.</summary>
public abstract partial class MeanMetric : Metric
{
    /// <summary>Makes a metric in which nothing has been gathered yet.</summary>
    /// <param name="name">The name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    protected MeanMetric(string? name = null, DTypePolicy? dtype = null)
        : base(name, dtype)
    {
        Total = AddVariable(Shape.Scalar, dtype: DType, name: "total");
        Count = AddVariable(Shape.Scalar, dtype: DType, name: "count");
    }

    /// <summary>The sum of the values, each times its weight.</summary>
    public Variable Total { get; }

    /// <summary>The sum of the weights; the number of samples where there are none.</summary>
    public Variable Count { get; }

    /// <inheritdoc/>
    public override void UpdateState(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(yTrue);
        ArgumentNullException.ThrowIfNull(yPred);
        var values = Measure(yTrue, yPred);
        Gather(values, LossReduction.ApplyMask(sampleWeight, yPred.KerasMask, DType, "sum"));
    }

    /// <inheritdoc/>
    public override Tensor Result() => Ops.DivideNoNan(Total.Raw, Count.Raw);

    /// <summary>The values whose mean is sought: one for each sample, or several, which are averaged first.</summary>
    /// <param name="yTrue">The targets.</param>
    /// <param name="yPred">The predictions.</param>
    protected abstract Tensor Measure(Tensor yTrue, Tensor yPred);

    /// <summary>Takes in values.</summary>
    /// <param name="values">The values, the samples along the first axis.</param>
    /// <param name="sampleWeight">How much each counts; all the same where null.</param>
    protected void Gather(Tensor values, Tensor? sampleWeight)
    {
        ArgumentNullException.ThrowIfNull(values);
        var (sums, weights) = SamplewiseReduction.Reduce(values, sampleWeight, Ops.Mean, DType);
        Total.AssignAdd(Ops.Sum(sums));
        Count.AssignAdd(weights is null ? LossReduction.Count(sums) : Ops.Sum(weights));
    }
}
