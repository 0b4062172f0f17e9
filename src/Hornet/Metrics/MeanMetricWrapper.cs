namespace Hornet.Metrics;

/// <summary>The weighted mean of a function of targets and predictions.</summary>
/// <example><code>
/// var metric = new MeanMetricWrapper((yTrue, yPred) => Ops.Square(yTrue - yPred), name: "squares");
/// </code></example>
public sealed partial class MeanMetricWrapper : MeanMetric
{
    /// <summary>Makes a metric of a function.</summary>
    /// <param name="fn">Of targets and predictions the values: one for each sample, or several.</param>
    /// <param name="name">The name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public MeanMetricWrapper(Func<Tensor, Tensor, Tensor> fn, string? name = null, DTypePolicy? dtype = null)
        : base(name, dtype)
    {
        ArgumentNullException.ThrowIfNull(fn);
        Fn = fn;
    }

    /// <summary>Of targets and predictions the values.</summary>
    public Func<Tensor, Tensor, Tensor> Fn { get; }

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) => Fn(yTrue, yPred);
}
