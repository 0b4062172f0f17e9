using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Regularizers;

/// <summary>A penalty on a weight or on a layer's output, added to the loss. Converts from its Keras name.</summary>
/// <example><code>var layer = new Dense(8, kernelRegularizer: "l2");</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "KerasRegistry.Get has the word.")]
public abstract class Regularizer : IKerasSerializable
{
    /// <summary>The penalty: a scalar.</summary>
    /// <param name="x">A tensor of floats.</param>
    public abstract Tensor Apply(Tensor x);

    /// <summary>The regularizer of a Keras name: <c>l1</c>, <c>l2</c>, ...</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Regularizer?(string? name) =>
        name is null ? null : KerasRegistry.Get<Regularizer>(name);

    /// <inheritdoc/>
    public virtual JsonObject GetConfig() => [];
}
