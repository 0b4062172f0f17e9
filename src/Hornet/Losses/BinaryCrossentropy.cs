using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>The crossentropy between targets of 0 and 1 and predicted probabilities.</summary>
/// <remarks><c>−mean(y · log(p) + (1 − y) · log(1 − p))</c>.</remarks>
/// <example><code>var loss = new Hornet.Losses.BinaryCrossentropy().Apply(y, x);</code></example>
[KerasExport("keras.losses", Aliases = ["bce", "BCE"])]
public sealed partial class BinaryCrossentropy : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
    /// <param name="labelSmoothing">How far the targets are drawn towards 0.5: 0 to 1.</param>
    /// <param name="axis">The axes that are averaged; the last where null.</param>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public BinaryCrossentropy(
        bool fromLogits = false,
        double labelSmoothing = 0.0,
        Axes? axis = null,
        string? reduction = "sum_over_batch_size",
        string? name = "binary_crossentropy",
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
    {
        FromLogits = fromLogits;
        LabelSmoothing = labelSmoothing;
        Axis = axis ?? -1;
    }

    /// <summary>Whether the predictions are logits, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>How far the targets are drawn towards 0.5: 0 to 1.</summary>
    public double LabelSmoothing { get; }

    /// <summary>The axes that are averaged.</summary>
    public Axes Axis { get; }

    /// <inheritdoc/>
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.BinaryCrossentropy(yTrue, yPred, FromLogits, LabelSmoothing, Axis);
}
