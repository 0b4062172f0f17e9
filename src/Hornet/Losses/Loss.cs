using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Losses;

/// <summary>How far predictions are from their targets. Converts from its Keras name.</summary>
/// <remarks>A loss of one's own derives from this and gives one value for each sample in <c>Call</c>.</remarks>
/// <example><code>Loss loss = "mse";</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "KerasRegistry.Get has the word.")]
public abstract partial class Loss : IKerasSerializable
{
    /// <summary>Sets what every loss has.</summary>
    /// <param name="name">The name; made up where null.</param>
    /// <param name="reduction">
    /// From many values to one: <c>sum_over_batch_size</c> or <c>mean</c>, <c>sum</c>, <c>mean_with_sample_weight</c>;
    /// <c>none</c> or null leaves them as they are.
    /// </param>
    /// <param name="dtype">In which dtype it computes; floatx where null.</param>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    protected Loss(string? name = null, string? reduction = "sum_over_batch_size", DTypePolicy? dtype = null)
    {
        Name = name ?? Names.Unique(GetType().Name);
        Reduction = LossReduction.Standardize(reduction);
        DTypePolicy = dtype ?? Keras.Config.Floatx();
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>How many values become one; null or <c>none</c> where they do not.</summary>
    public string? Reduction { get; }

    /// <summary>The dtype of the computation.</summary>
    public DType DType => DTypePolicy.ComputeDType;

    /// <summary>In which dtype it computes.</summary>
    [ConfigKey("dtype")]
    internal DTypePolicy DTypePolicy { get; }

    /// <summary>The loss of a Keras name: <c>mse</c>, <c>MeanSquaredError</c>, ...</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Loss?(string? name) => name is null ? null : KerasRegistry.Get<Loss>(name);

    /// <summary>The loss, reduced; what the mask of the predictions leaves out does not count.</summary>
    /// <param name="yTrue">The targets.</param>
    /// <param name="yPred">The predictions.</param>
    /// <param name="sampleWeight">How much each value counts: a scalar, one for each sample or for each value.</param>
    /// <exception cref="ShapeException">The shapes do not go together.</exception>
    public Tensor Apply(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null)
    {
        ArgumentNullException.ThrowIfNull(yTrue);
        ArgumentNullException.ThrowIfNull(yPred);
        var losses = Call(Ops.Cast(yTrue, DType), Ops.Cast(yPred, DType));
        var mask = (yPred.KerasMask, losses.KerasMask) switch
        {
            ({ } before, { } after) => Ops.LogicalAnd(before, after),
            var (before, after) => before ?? after,
        };
        return LossReduction.ReduceWeighted(losses, sampleWeight, mask, Reduction, DType);
    }

    /// <summary>The arguments that make an equal loss, by Keras's names. The generator adds a class's own.</summary>
    public virtual JsonObject GetConfig() => new() { ["name"] = Name, ["reduction"] = Reduction };

    /// <summary>Keras's text of a loss.</summary>
    public override string ToString() => $"<{GetType().Name} name={Name}>";

    /// <summary>The values before they are weighted and reduced: mostly one for each sample.</summary>
    /// <param name="yTrue">The targets, in the loss's dtype.</param>
    /// <param name="yPred">The predictions, in the loss's dtype.</param>
    protected abstract Tensor Call(Tensor yTrue, Tensor yPred);
}
