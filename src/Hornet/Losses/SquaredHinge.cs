using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>
/// The squares of how far predictions are from the right side of a margin. Targets are −1 and 1, or 0 and 1.
/// </summary>
/// <remarks><c>mean(max(1 − y · ŷ, 0)²)</c> over the last axis.</remarks>
/// <example><code>var loss = new Hornet.Losses.SquaredHinge().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class SquaredHinge : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public SquaredHinge(
        string? reduction = "sum_over_batch_size", string? name = "squared_hinge", DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Keras.Losses.SquaredHinge(yTrue, yPred);
}
