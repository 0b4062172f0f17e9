using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>The mean of the squared errors of logarithms: of how many times too large or too small.</summary>
/// <remarks><c>mean((log(y + 1) − log(ŷ + 1))²)</c> over the last axis.</remarks>
/// <example><code>var loss = new Hornet.Losses.MeanSquaredLogarithmicError().Apply(y, x);</code></example>
[KerasExport("keras.losses", Aliases = ["msle", "MSLE"])]
public sealed partial class MeanSquaredLogarithmicError : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public MeanSquaredLogarithmicError(
        string? reduction = "sum_over_batch_size", string? name = "mean_squared_logarithmic_error",
            DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.MeanSquaredLogarithmicError(yTrue, yPred);
}
