using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>How far the right class is from leading the best wrong one by 1. Targets are one-hot.</summary>
/// <remarks><c>max(max((1 − y) · ŷ) − sum(y · ŷ) + 1, 0)</c> over the last axis.</remarks>
/// <example><code>var loss = new Hornet.Losses.CategoricalHinge().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class CategoricalHinge : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public CategoricalHinge(
        string? reduction = "sum_over_batch_size", string? name = "categorical_hinge", DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
    }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) => Keras.Losses.CategoricalHinge(yTrue, yPred);
}
