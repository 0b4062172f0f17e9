using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>The crossentropy of targets of 0 and 1, in which what is predicted well counts little.</summary>
/// <remarks>
/// <c>mean((1 − pₜ)^gamma · crossentropy)</c>, where <c>pₜ</c> is the probability of what is true.
/// </remarks>
/// <example><code>var loss = new BinaryFocalCrossentropy().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class BinaryFocalCrossentropy : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="applyClassBalancing">Whether the classes are weighted by alpha.</param>
    /// <param name="alpha">The weight of class 1; that of class 0 is the rest.</param>
    /// <param name="gamma">How little what is predicted well counts; 0 for all the same.</param>
    /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
    /// <param name="labelSmoothing">How far the targets are drawn towards 0.5: 0 to 1.</param>
    /// <param name="axis">The axes that are averaged; the last where null.</param>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public BinaryFocalCrossentropy(
        bool applyClassBalancing = false,
        double alpha = 0.25,
        double gamma = 2.0,
        bool fromLogits = false,
        double labelSmoothing = 0.0,
        Axes? axis = null,
        string? reduction = "sum_over_batch_size",
        string? name = "binary_focal_crossentropy",
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
        ApplyClassBalancing = applyClassBalancing;
        Alpha = alpha;
        Gamma = gamma;
        FromLogits = fromLogits;
        LabelSmoothing = labelSmoothing;
        Axis = axis ?? -1;
    }

    /// <summary>Whether the classes are weighted by alpha.</summary>
    public bool ApplyClassBalancing { get; }

    /// <summary>The weight of class 1; that of class 0 is the rest.</summary>
    public double Alpha { get; }

    /// <summary>How little what is predicted well counts; 0 for all the same.</summary>
    public double Gamma { get; }

    /// <summary>Whether the predictions are logits, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>How far the targets are drawn towards 0.5: 0 to 1.</summary>
    public double LabelSmoothing { get; }

    /// <summary>The axes that are averaged.</summary>
    public Axes Axis { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.BinaryFocalCrossentropy(
            yTrue, yPred, ApplyClassBalancing, Alpha, Gamma, FromLogits, LabelSmoothing, Axis);
}
