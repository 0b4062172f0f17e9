using Hornet.Serialization;

namespace Hornet.Metrics;

/// <summary>The crossentropy between indices of classes and predicted probabilities of the classes.</summary>
/// <remarks><c>−log(p)</c> of the right class.</remarks>
/// <example><code>var value = new Hornet.Metrics.SparseCategoricalCrossentropy().Apply(y, x);</code></example>
[KerasExport("keras.metrics")]
public sealed partial class SparseCategoricalCrossentropy : MeanMetric
{
    /// <summary>Makes the metric.</summary>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
    /// <param name="ignoreClass">A class whose samples do not count.</param>
    /// <param name="axis">The axis of the classes.</param>
    public SparseCategoricalCrossentropy(
        string? name = "sparse_categorical_crossentropy",
        DTypePolicy? dtype = null,
        bool fromLogits = false,
        int? ignoreClass = null,
        int axis = -1)
        : base(name, dtype)
    {
        FromLogits = fromLogits;
        IgnoreClass = ignoreClass;
        Axis = axis;
    }

    /// <summary>Whether the predictions are logits, not probabilities.</summary>
    public bool FromLogits { get; }

    /// <summary>A class whose samples do not count.</summary>
    public int? IgnoreClass { get; }

    /// <summary>The axis of the classes.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    public override MetricDirection Direction => MetricDirection.Down;

    /// <inheritdoc/>
    protected override Tensor Measure(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.SparseCategoricalCrossentropy(yTrue, yPred, FromLogits, IgnoreClass, Axis);
}
