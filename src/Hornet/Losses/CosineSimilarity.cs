using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>
/// The cosine of the angle between targets and predictions, negated: −1 where they point the same way.
/// </summary>
/// <remarks><c>−sum(y / |y| · ŷ / |ŷ|)</c>.</remarks>
/// <example><code>var loss = new Hornet.Losses.CosineSimilarity().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class CosineSimilarity : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="axis">The axes along which the vectors lie; the last where null.</param>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public CosineSimilarity(
        Axes? axis = null,
        string? reduction = "sum_over_batch_size",
        string? name = "cosine_similarity",
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
        Axis = axis ?? -1;
    }

    /// <summary>The axes along which the vectors lie.</summary>
    public Axes Axis { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.CosineSimilarity(yTrue, yPred, Axis);
}
