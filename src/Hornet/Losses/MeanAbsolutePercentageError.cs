using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>The mean of the errors in percent of the targets.</summary>
/// <remarks><c>100 · mean(|y − ŷ| / |y|)</c> over the last axis.</remarks>
/// <example><code>var loss = new Hornet.Losses.MeanAbsolutePercentageError().Apply(y, x);</code></example>
[KerasExport("keras.losses", Aliases = ["mape", "MAPE"])]
public sealed partial class MeanAbsolutePercentageError : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public MeanAbsolutePercentageError(
        string? reduction = "sum_over_batch_size", string? name = "mean_absolute_percentage_error",
            DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.MeanAbsolutePercentageError(yTrue, yPred);
}
