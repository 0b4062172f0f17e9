using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>How little targets and predictions overlap: 1 less the Dice coefficient.</summary>
/// <remarks><c>1 − 2 · sum(y · ŷ) / (sum(y) + sum(ŷ))</c>.</remarks>
/// <example><code>var loss = new Dice().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class Dice : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="axis">The axes that belong to one overlap; all where null.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public Dice(
        string? reduction = "sum_over_batch_size",
        string? name = "dice",
        Axes? axis = null,
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
        Axis = axis;
    }

    /// <summary>The axes that belong to one overlap; all where null.</summary>
    public Axes? Axis { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.Dice(yTrue, yPred, Axis);
}
