using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>The crossentropy between one-hot targets and predicted probabilities of the classes.</summary>
/// <remarks><c>−sum(y · log(p))</c> over the classes.</remarks>
/// <example><code>var loss = new Hornet.Losses.CategoricalCrossentropy().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class CategoricalCrossentropy : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
    /// <param name="labelSmoothing">How far the targets are drawn towards equal probabilities: 0 to 1.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public CategoricalCrossentropy(
        bool fromLogits = false,
        double labelSmoothing = 0.0,
        int axis = -1,
        string? reduction = "sum_over_batch_size",
        string? name = "categorical_crossentropy",
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
        FromLogits = fromLogits;
        LabelSmoothing = labelSmoothing;
        Axis = axis;
    }

    /// <summary>Whether the predictions are logits, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>How far the targets are drawn towards equal probabilities: 0 to 1.</summary>
    public double LabelSmoothing { get; }

    /// <summary>The axis of the classes.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.CategoricalCrossentropy(yTrue, yPred, FromLogits, LabelSmoothing, Axis);
}
