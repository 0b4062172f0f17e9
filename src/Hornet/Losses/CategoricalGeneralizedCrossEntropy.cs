using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>Between crossentropy and mean absolute error, so that false labels harm less.</summary>
/// <remarks><c>(1 − p^q) / q</c> of the right class; targets are indices of classes.</remarks>
/// <example><code>var loss = new CategoricalGeneralizedCrossEntropy().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class CategoricalGeneralizedCrossEntropy : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="q">0 for crossentropy, 1 for mean absolute error: between the two.</param>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public CategoricalGeneralizedCrossEntropy(
        double q = 0.5,
        string? reduction = "sum_over_batch_size",
        string? name = "categorical_generalized_cross_entropy",
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
        if (q is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(q), q, "Expected a number between 0 and 1, neither of these.");
        }

        Q = q;
    }

    /// <summary>0 for crossentropy, 1 for mean absolute error: between the two.</summary>
    public double Q { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.CategoricalGeneralizedCrossEntropy(yTrue, yPred, Q);
}
