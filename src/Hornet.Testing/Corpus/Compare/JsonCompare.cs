using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hornet.Testing;

/// <summary>Compares JSON (configs, models) by value: key order and the spelling of numbers say nothing.</summary>
public static class JsonCompare
{
    // A float32 such as 0.1f stands in Keras's configs with all its digits as a double.
    private static readonly Tolerance s_numbers = Tolerance.Of(1e-7);

    /// <summary>Null where the two agree, else a text: where, what was expected, what was received.</summary>
    public static string? Difference(JsonElement expected, JsonElement actual, string where = "json")
    {
        var (left, right) = (Kind(expected), Kind(actual));
        return left != right ? Mismatch(where, expected, actual) : left switch
        {
            JsonValueKind.Object => Fields(expected, actual, where),
            JsonValueKind.Array => Items(expected, actual, where),
            JsonValueKind.Number => s_numbers.Agree(expected.GetDouble(), actual.GetDouble())
                ? null : Mismatch(where, expected, actual),
            _ => expected.ToString() == actual.ToString() ? null : Mismatch(where, expected, actual),
        };
    }

    internal static string? Difference(JsonElement expected, object? actual, string where) => actual switch
    {
        CorpusObject config => Difference(expected, config.Json, where),
        JsonElement json => Difference(expected, json, where),
        JsonNode json => Difference(expected, JsonElement.Parse(json.ToJsonString()), where),
        _ => CorpusCompare.Mismatch(where, CorpusText.Shorten(expected.GetRawText()), actual),
    };

    private static string? Items(JsonElement expected, JsonElement actual, string where)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            return Mismatch(where, expected, actual);
        }

        return expected.EnumerateArray()
            .Zip(actual.EnumerateArray(), (x, y) => (x, y))
            .Select((pair, i) => Difference(pair.x, pair.y, $"{where}[{i}]"))
            .FirstOrDefault(difference => difference is not null);
    }

    private static string? Fields(JsonElement expected, JsonElement actual, string where)
    {
        foreach (var field in expected.EnumerateObject())
        {
            if (!actual.TryGetProperty(field.Name, out var value))
            {
                return $"{where}: Expected the key '{field.Name}'. "
                    + $"Received: {CorpusText.Shorten(actual.GetRawText())}.";
            }

            if (Difference(field.Value, value, $"{where}.{field.Name}") is { } difference)
            {
                return difference;
            }
        }

        var extra = actual.EnumerateObject().Select(field => field.Name)
            .FirstOrDefault(name => !expected.TryGetProperty(name, out _));
        return extra is null ? null : $"{where}: Expected no key '{extra}'. Received: {actual.GetProperty(extra)}.";
    }

    // True and false are one kind here: they differ in their value.
    private static JsonValueKind Kind(JsonElement json) =>
        json.ValueKind == JsonValueKind.False ? JsonValueKind.True : json.ValueKind;

    private static string Mismatch(string where, JsonElement expected, JsonElement actual) =>
        $"{where}: Expected {CorpusText.Shorten(expected.GetRawText())}. "
        + $"Received: {CorpusText.Shorten(actual.GetRawText())}.";
}
