using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>The crossentropy of one-hot targets, in which what is predicted well counts little.</summary>
/// <remarks><c>−sum(alpha · (1 − p)^gamma · y · log(p))</c> over the classes.</remarks>
/// <example><code>var loss = new CategoricalFocalCrossentropy().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class CategoricalFocalCrossentropy : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="alpha">The weight of all classes, or of each; 0.25 where null.</param>
    /// <param name="gamma">How little what is predicted well counts; 0 for all the same.</param>
    /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
    /// <param name="labelSmoothing">How far the targets are drawn towards equal probabilities: 0 to 1.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public CategoricalFocalCrossentropy(
        Numbers? alpha = null,
        double gamma = 2.0,
        bool fromLogits = false,
        double labelSmoothing = 0.0,
        int axis = -1,
        string? reduction = "sum_over_batch_size",
        string? name = "categorical_focal_crossentropy",
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
        Alpha = alpha ?? 0.25;
        Gamma = gamma;
        FromLogits = fromLogits;
        LabelSmoothing = labelSmoothing;
        Axis = axis;
    }

    /// <summary>The weight of all classes, or of each.</summary>
    public Numbers Alpha { get; }

    /// <summary>How little what is predicted well counts; 0 for all the same.</summary>
    public double Gamma { get; }

    /// <summary>Whether the predictions are logits, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>How far the targets are drawn towards equal probabilities: 0 to 1.</summary>
    public double LabelSmoothing { get; }

    /// <summary>The axis of the classes.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.CategoricalFocalCrossentropy(yTrue, yPred, Alpha, Gamma, FromLogits, LabelSmoothing, Axis);
}
