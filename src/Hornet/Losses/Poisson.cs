using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>How unlikely counts are where the predictions are their expected values.</summary>
/// <remarks><c>mean(ŷ − y · log(ŷ))</c> over the last axis.</remarks>
/// <example><code>var loss = new Hornet.Losses.Poisson().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class Poisson : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public Poisson(
        string? reduction = "sum_over_batch_size", string? name = "poisson", DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Keras.Losses.Poisson(yTrue, yPred);
}
