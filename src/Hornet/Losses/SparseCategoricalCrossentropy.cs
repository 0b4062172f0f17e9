using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>The crossentropy between indices of classes and predicted probabilities of the classes.</summary>
/// <remarks><c>−log(p)</c> of the right class.</remarks>
/// <example><code>var loss = new Hornet.Losses.SparseCategoricalCrossentropy().Apply(y, x);</code></example>
[KerasExport("keras.losses")]
public sealed partial class SparseCategoricalCrossentropy : Loss
{
    /// <summary>Makes the loss.</summary>
    /// <param name="fromLogits">Whether the predictions are logits, not probabilities.</param>
    /// <param name="ignoreClass">A class whose samples do not count.</param>
    /// <param name="reduction">From many values to one; see <see cref="Loss"/>.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <param name="name">The name.</param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    public SparseCategoricalCrossentropy(
        bool fromLogits = false,
        int? ignoreClass = null,
        string? reduction = "sum_over_batch_size",
        int axis = -1,
        string? name = "sparse_categorical_crossentropy",
        DTypePolicy? dtype = null)
        : base(name, reduction, dtype)
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
    protected override Tensor Call(Tensor yTrue, Tensor yPred) =>
        Keras.Losses.SparseCategoricalCrossentropy(yTrue, yPred, FromLogits, IgnoreClass, Axis);
}
