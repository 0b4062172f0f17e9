using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The crossentropy between targets of 0 and 1 and predicted probabilities.</summary>
/// <remarks><c>−mean(y · log(p) + (1 − y) · log(1 − p))</c>.</remarks>
/// <example><code>var value = new Hornet.Metrics.BinaryCrossentropy().Apply(y, x);</code></example>
[KerasExport("keras.metrics", Aliases = ["bce", "BCE"])]
public sealed partial class BinaryCrossentropy : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
    /// <param name="labelSmoothing">How far the targets are drawn towards 0.5: 0 to 1.</param>
    public BinaryCrossentropy(
        string? name = "binary_crossentropy",
        DTypePolicy? dtype = null,
        bool fromLogits = false,
        double labelSmoothing = 0.0)
        : base(name, dtype)
    {
        FromLogits = fromLogits;
        LabelSmoothing = labelSmoothing;
    }

    /// <summary>Whether the predictions are logits, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>How far the targets are drawn towards 0.5: 0 to 1.</summary>
    public double LabelSmoothing { get; }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.BinaryCrossentropy(yTrue, yPred, FromLogits, LabelSmoothing);
}
