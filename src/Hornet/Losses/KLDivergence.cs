using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>What is lost where predicted probabilities stand for the true ones.</summary>
/// <remarks><c>sum(y · log(y / ŷ))</c> over the last axis.</remarks>
/// <example><code>var loss = new Hornet.Losses.KLDivergence().Apply(y, x);</code></example>
[KerasExport("keras.losses", Aliases = ["kld", "KLD"])]
public sealed partial class KLDivergence : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public KLDivergence(
        string? reduction = "sum_over_batch_size", string? name = "kl_divergence", DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Keras.Losses.KLDivergence(yTrue, yPred);
}
