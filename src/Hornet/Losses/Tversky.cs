using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>How little targets and predictions overlap: 1 less the Tversky index.</summary>
/// <remarks><c>1 − tp / (tp + alpha · fp + beta · fn)</c>.</remarks>
/// <example><code>var loss = new Tversky().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class Tversky : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="alpha">The weight of what is predicted falsely.</param>
    /// <param name="beta">The weight of what is missed.</param>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="axis">The axes that belong to one overlap; all where null.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public Tversky(
        double alpha = 0.5,
        double beta = 0.5,
        string? reduction = "sum_over_batch_size",
        string? name = "tversky",
        Axes? axis = null,
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
        Alpha = alpha;
        Beta = beta;
        Axis = axis;
    }

    /// <summary>The weight of what is predicted falsely.</summary>
    public double Alpha { get; }

    /// <summary>The weight of what is missed.</summary>
    public double Beta { get; }

    /// <summary>The axes that belong to one overlap; all where null.</summary>
    public Axes? Axis { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.Tversky(yTrue, yPred, Alpha, Beta, Axis);
}
