using System.Text.Json;

namespace Hornet.Testing;

/// <summary>A symbolic tensor: a shape with null for an unknown axis, and a dtype.</summary>
public sealed record CorpusKerasTensor(string DType, IReadOnlyList<int?> Shape, bool Sparse = false)
    : CorpusValue, IActualSpec
{
    /// <summary>Equal where dtype, shape and kind are.</summary>
    public bool Equals(CorpusKerasTensor? other) =>
        other is not null && DType == other.DType && Sparse == other.Sparse && Shape.SequenceEqual(other.Shape);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DType, Shape.Count);
}

/// <summary>Python's <c>slice(start, stop, step)</c>.</summary>
public sealed record CorpusSlice(long? Start, long? Stop, long? Step) : CorpusValue;

/// <summary>Python's <c>...</c> in an index.</summary>
public sealed record CorpusEllipsis : CorpusValue;

/// <summary>NumPy's <c>newaxis</c> in an index.</summary>
public sealed record CorpusNewAxis : CorpusValue;

/// <summary>A seed generator, by the two words of its state before the call.</summary>
public sealed record CorpusSeed(uint First, uint Second) : CorpusValue;

/// <summary>A Keras object, as <c>serialize_keras_object</c> writes it.</summary>
public sealed record CorpusObject(JsonElement Json) : CorpusValue
{
    /// <summary>The class's name.</summary>
    public string ClassName => Json.GetProperty("class_name").GetString()!;

    /// <summary>What the class's <c>from_config</c> takes.</summary>
    public JsonElement Config => Json.GetProperty("config");

    /// <summary>Equal where the JSON is.</summary>
    public bool Equals(CorpusObject? other) => other is not null && JsonElement.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override int GetHashCode() => ClassName.GetHashCode(StringComparison.Ordinal);
}

/// <summary>What the category <c>models</c> says of an object that it does not give: kind, name, facts.</summary>
/// <param name="Kind">One of layer, operation, variable, spec and policy.</param>
/// <param name="Json">The description as it is written.</param>
public sealed record CorpusDescription(string Kind, JsonElement Json) : CorpusValue
{
    /// <summary>The object's name, or null where the description is not by name.</summary>
    public string? Name => Json.GetProperty(Kind) is { ValueKind: JsonValueKind.String } name ? name.GetString() : null;

    /// <summary>Equal where the descriptions are.</summary>
    public bool Equals(CorpusDescription? other) => other is not null && JsonElement.DeepEquals(Json, other.Json);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind.GetHashCode(StringComparison.Ordinal);
}
