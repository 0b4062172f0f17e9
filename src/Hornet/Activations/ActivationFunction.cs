using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>A map of a layer's result that keeps its shape; converts from its Keras name and from a function.</summary>
/// <example><code>
/// var named = new Dense(8, activation: "relu");
/// var own = new Dense(8, activation: new ActivationFunction("double", t => t * 2));
/// </code></example>
[SuppressMessage("Usage", "CA2225", Justification = "ActivationFunction.Get and the constructor have the words.")]
public sealed partial class ActivationFunction : IConfigValue<ActivationFunction>, IEquatable<ActivationFunction>
{
    private readonly Func<Tensor, Tensor> _apply;

    /// <summary>Names a function.</summary>
    /// <param name="name">The name that configurations have.</param>
    /// <param name="apply">The function, in ops.</param>
    public ActivationFunction(string name, Func<Tensor, Tensor> apply)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(apply);
        (Name, _apply) = (name, apply);
    }

    /// <summary>The name that configurations have.</summary>
    public string Name { get; }

    /// <summary>The activation of a Keras name.</summary>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator ActivationFunction?(string? name) => name is null ? null : Get(name);

    /// <summary>A function of one's own. It cannot be saved: give it a name with the constructor.</summary>
    public static implicit operator ActivationFunction(Func<Tensor, Tensor> apply) => new("<lambda>", apply);

    /// <summary>The activation of a Keras name.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static ActivationFunction Get(string name) => Known.TryGetValue(name, out _)
        && Aliases.GetValueOrDefault(name, name) is var known
        ? new ActivationFunction(known, Known[known])
        : throw new ArgumentException(
            $"Unknown activation. Expected one of: {string.Join(", ", Known.Keys)}. Received: '{name}'.", nameof(name));

    /// <summary>The result.</summary>
    public Tensor Apply(Tensor x) => _apply(x);

    /// <summary>The name.</summary>
    public JsonNode? ToConfig() => Name;

    /// <summary>Reads a name, alone or as Keras writes functions.</summary>
    public static ActivationFunction FromConfig(ConfigItem item) => item.Node is JsonObject function
        ? Get((function["config"] as JsonValue)?.ToString() ?? throw item.Unfit("the name of an activation"))
        : Get(item.Read<string>());

    /// <inheritdoc/>
    public bool Equals(ActivationFunction? other) =>
        other is not null && other.Name == Name && other._apply == _apply;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActivationFunction);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
