using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>In which dtype a layer computes, and in which it keeps its variables.</summary>
/// <remarks>
/// The name of a dtype gives both; <c>mixed_float16</c> and <c>mixed_bfloat16</c> compute in 16 bits and keep float32.
/// Converts from such a name and from a <see cref="DType"/>.
/// </remarks>
/// <example><code>var layer = new Dense(8, dtype: "mixed_bfloat16");</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "The constructor has the word.")]
[KerasExport("keras")]
public sealed partial class DTypePolicy : IEquatable<DTypePolicy>, IKerasSerializable, IConfigValue<DTypePolicy>
{
    /// <summary>Makes a policy of its name.</summary>
    /// <param name="name">A dtype, <c>mixed_float16</c> or <c>mixed_bfloat16</c>; the global policy's where
    /// null.</param>
    /// <exception cref="ArgumentException">There is no such policy.</exception>
    public DTypePolicy(string? name = null)
    {
        Name = name ?? Keras.Config.DtypePolicy().Name;
        (ComputeDType, VariableDType) = Parse(Name);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The dtype of the computation, and mostly of the results.</summary>
    public DType ComputeDType { get; }

    /// <summary>The dtype of the variables.</summary>
    public DType VariableDType { get; }

    /// <summary>The policy of a name.</summary>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator DTypePolicy?(string? name) => name is null ? null : new(name);

    /// <summary>The policy that computes in a dtype and keeps its variables in it.</summary>
    public static implicit operator DTypePolicy(DType dtype) => new(dtype.KerasName());

    /// <summary>The policy as a Keras object.</summary>
    public JsonNode? ToConfig() => KerasRegistry.SerializeObject(this);

    /// <summary>Reads a policy that is written as an object, or as its name alone.</summary>
    public static DTypePolicy FromConfig(ConfigItem item) => item.Node is JsonValue
        ? new(item.Read<string>())
        : KerasRegistry.Deserialize<DTypePolicy>(item.Node)!;

    /// <inheritdoc/>
    public bool Equals(DTypePolicy? other) => other is not null && other.Name == Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DTypePolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>Keras's text of a policy.</summary>
    public override string ToString() => $"<DTypePolicy \"{Name}\">";

    private static (DType Compute, DType Variable) Parse(string name)
    {
        switch (name)
        {
            case "mixed_float16":
                return (DType.Float16, DType.Float32);
            case "mixed_bfloat16":
                return (DType.BFloat16, DType.Float32);
            default:
                var dtype = DTypes.TryParse(name, out var known) ? known : throw new ArgumentException(
                    "Expected a dtype policy: 'mixed_float16', 'mixed_bfloat16', or the name of a dtype such as " +
                    $"'float32'. Received: '{name}'.", nameof(name));
                return (dtype, dtype);
        }
    }
}
