namespace Hornet.Losses;

/// <summary>A loss of a function. Targets of shape (N,) and predictions of shape (N, 1) are brought together.</summary>
/// <remarks>Files cannot hold a function: a loss that is to be saved is a class of its own.</remarks>
/// <example><code>
/// var loss = new LossFunctionWrapper((y, x) => Ops.Mean(Ops.Abs(y - x), axis: -1), name: "mae");
/// </code></example>
public sealed partial class LossFunctionWrapper : Loss
{
    /// <summary>Makes a loss of a function.</summary>
    /// <param name="fn">Of targets and predictions the values, mostly one for each sample.</param>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name; made up where null.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public LossFunctionWrapper(
        Func<Tensor, Tensor, Tensor> fn,
        string? reduction = "sum_over_batch_size",
        string? name = null,
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
        ArgumentNullException.ThrowIfNull(fn);
        Fn = fn;
    }

    /// <summary>Of targets and predictions the values.</summary>
    public Func<Tensor, Tensor, Tensor> Fn { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred)
    {
        var (target, prediction) = LossReduction.SameRank(yTrue, yPred);
        return Fn(target, prediction);
    }
}
