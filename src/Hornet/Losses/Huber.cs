using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>Half the squares of small errors, and what is linear in large ones.</summary>
/// <remarks><c>mean(e² / 2)</c> where <c>|e| ≤ delta</c>, else <c>mean(delta · |e| − delta² / 2)</c>.</remarks>
/// <example><code>var loss = new Huber().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class Huber : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="delta">From where on errors count linearly.</param>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public Huber(
        double delta = 1.0,
        string? reduction = "sum_over_batch_size",
        string? name = "huber_loss",
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
        Delta = delta;
    }

    /// <summary>From where on errors count linearly.</summary>
    public double Delta { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.Huber(yTrue, yPred, Delta);
}
