using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Compares what steps have made with what Keras had made.</summary>
internal static class ProgramValues
{
    public static string? Difference(CorpusValue expected, object? actual, Tolerances tolerances, string where) =>
        expected switch
        {
            CorpusDescription description => Described(description, actual) ? null
                : $"{where}: Expected {description.Json.GetRawText()}. Received: {actual}.",
            CorpusSequence list when Parts(actual) is { } parts => parts.Length != list.Count
                ? $"{where}: Expected {list.Count} items. Received: {parts.Length}."
                : list.Items.Select((item, i) => Difference(item, parts[i], tolerances, $"{where}[{i}]"))
                    .FirstOrDefault(difference => difference is not null),
            _ => CorpusCompare.Difference(expected, Actual.Of(Plain(actual)), tolerances, where),
        };

    /// <summary>Shapes and what is like a list as lists, dtypes and policies by their names.</summary>
    public static object? Plain(object? value) => value switch
    {
        Nested<Shape> { IsLeaf: true } shape => shape.Value.ToArray(),
        Nested<Shape> shapes => shapes.Select(part => Plain(part)).ToArray(),
        Shape shape => shape.ToArray(),
        DType dtype => dtype.KerasName(),
        DTypePolicy policy => policy.Name,
        JsonNode json => Plain(json),
        _ => value,
    };

    private static object? Plain(JsonNode json) => json switch
    {
        JsonObject fields => fields.ToDictionary(
            field => field.Key, field => field.Value is { } value ? Plain(value) : null),
        JsonArray items => items.Select(item => item is null ? null : Plain(item)).ToArray(),
        _ => json.GetValueKind() switch
        {
            JsonValueKind.True or JsonValueKind.False => json.GetValue<bool>(),
            JsonValueKind.String => json.GetValue<string>(),
            _ when long.TryParse(json.ToJsonString(), CultureInfo.InvariantCulture, out var whole) => whole,
            _ => json.GetValue<double>(),
        },
    };

    private static object?[]? Parts(object? actual) => Plain(actual) switch
    {
        Nested<Tensor> { IsList: true } nested => [.. nested.Select(part => part.IsLeaf ? part.Value : (object)part)],
        string or Tensor or IDictionary or Nested<Tensor> or JsonNode => null,
        IEnumerable items => [.. items.Cast<object?>()],
        _ => null,
    };

    private static bool Described(CorpusDescription expected, object? actual) => actual switch
    {
        Layer layer => expected.Name == layer.Name && expected.Json.GetProperty("class").GetString() == layer.ClassName,
        Operation operation => expected.Name == operation.Name,
        Variable variable => expected.Name == variable.Path,
        DTypePolicy policy => expected.Name == policy.Name,
        InputSpec spec => Text(expected.Json.GetProperty("spec").GetProperty("shape")) == Text(spec.Shape)
            && (!expected.Json.TryGetProperty("name", out var name) || name.GetString() == spec.Name)
            && (!expected.Json.TryGetProperty("optional", out var optional) || optional.GetBoolean() == spec.Optional),
        _ => false,
    };

    private static string Text(JsonElement shape) => shape.GetRawText().Replace(" ", "", StringComparison.Ordinal);

    private static string Text(Shape? shape) => JsonSerializer.Serialize(shape?.ToArray());
}
