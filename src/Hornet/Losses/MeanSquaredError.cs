using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>The mean of the squared errors.</summary>
/// <remarks><c>mean((y − ŷ)²)</c> over the last axis.</remarks>
/// <example><code>var loss = new Hornet.Losses.MeanSquaredError().Apply(y, x);</code></example>
[KerasExport("keras.losses", Aliases = ["mse", "MSE"])]
public sealed partial class MeanSquaredError : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public MeanSquaredError(
        string? reduction = "sum_over_batch_size", string? name = "mean_squared_error", DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Keras.Losses.MeanSquaredError(yTrue, yPred);
}
