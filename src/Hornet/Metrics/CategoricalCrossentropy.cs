using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The crossentropy between one-hot targets and predicted probabilities of the classes.</summary>
/// <remarks><c>−sum(y · log(p))</c> over the classes.</remarks>
/// <example><code>var value = new Hornet.Metrics.CategoricalCrossentropy().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class CategoricalCrossentropy : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
    /// <param name="labelSmoothing">How far the targets are drawn towards equal probabilities: 0 to 1.</param>
    /// <param name="axis">The axis of the classes.</param>
    public CategoricalCrossentropy(
        string? name = "categorical_crossentropy",
        DTypePolicy? dtype = null,
        bool fromLogits = false,
        double labelSmoothing = 0.0,
        int axis = -1)
        : base(name, dtype)
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
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.CategoricalCrossentropy(yTrue, yPred, FromLogits, LabelSmoothing, Axis);
}
