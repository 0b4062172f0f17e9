using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Initializers;

/// <summary>Makes the first value of a weight. Converts from its Keras name.</summary>
/// <example><code>var layer = new Dense(8, kernelInitializer: "he_normal");</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "KerasRegistry.Get has the word.")]
public abstract class Initializer : IKerasSerializable
{
    /// <summary>A tensor of first values.</summary>
    /// <param name="shape">The shape, all axes known.</param>
    /// <param name="dtype">The dtype; floatx where null.</param>
    public abstract Tensor Apply(Shape shape, DType? dtype = null);

    /// <summary>The initializer of a Keras name: <c>glorot_uniform</c>, <c>HeNormal</c>, ...</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator Initializer?(string? name) =>
        name is null ? null : KerasRegistry.Get<Initializer>(name);

    /// <inheritdoc/>
    public virtual JsonObject GetConfig() => [];
}
