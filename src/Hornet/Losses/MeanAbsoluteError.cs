using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>The mean of the errors, whatever their sign.</summary>
/// <remarks><c>mean(|y − ŷ|)</c> over the last axis.</remarks>
/// <example><code>var loss = new Hornet.Losses.MeanAbsoluteError().Apply(y, x);</code></example>
[KerasExport("keras.losses", Aliases = ["mae", "MAE"])]
public sealed partial class MeanAbsoluteError : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public MeanAbsoluteError(
        string? reduction = "sum_over_batch_size", string? name = "mean_absolute_error", DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Keras.Losses.MeanAbsoluteError(yTrue, yPred);
}
