using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Constraints;

/// <summary>What a weight is brought back to after each update. Converts from its Keras name.</summary>
/// <example><code>var layer = new Dense(8, kernelConstraint: "non_neg");</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "KerasRegistry.Get has the word.")]
public abstract class Constraint : IKerasSerializable
{
    /// <summary>The nearest value that the constraint allows.</summary>
    /// <param name="w">The weight: a tensor of floats.</param>
    public abstract Tensor Apply(Tensor w);

    /// <summary>The constraint of a Keras name: <c>max_norm</c>, <c>non_neg</c>, ...</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Constraint?(string? name) =>
        name is null ? null : KerasRegistry.Get<Constraint>(name);

    /// <inheritdoc/>
    public virtual JsonObject GetConfig() => [];
}
