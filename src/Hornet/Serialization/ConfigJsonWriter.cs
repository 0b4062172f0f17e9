using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Writes JSON as Python's <c>json.dumps</c> does.</summary>
internal static class ConfigJsonWriter
{
    public static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject pairs:
                WriteObject(text, pairs);
                break;
            case JsonArray list:
                WriteList(text, list);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteText(text, value.TryGetValue(out string? content) ? content : value.ToString());
                break;
            case JsonValue value:
                text.Append(Number(value) ?? value.ToJsonString());
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void WriteObject(StringBuilder text, JsonObject pairs)
    {
        var separator = "{";
        foreach (var (key, value) in pairs)
        {
            text.Append(separator);
            WriteText(text, key);
            text.Append(": ");
            Write(text, value);
            separator = ", ";
        }

        text.Append(pairs.Count == 0 ? "{}" : "}");
    }

    private static void WriteList(StringBuilder text, JsonArray list)
    {
        var separator = "[";
        foreach (var item in list)
        {
            text.Append(separator);
            Write(text, item);
            separator = ", ";
        }

        text.Append(list.Count == 0 ? "[]" : "]");
    }

    // A number that was parsed keeps its own text; one that a program put in gets Python's.
    private static string? Number(JsonValue value) =>
        value.TryGetValue(out JsonElement _) ? null
        : value.TryGetValue(out double number) ? Literal(number) ?? PythonNumber.ToText(number)
        : value.TryGetValue(out float single) ? Literal(single) ?? PythonNumber.ToText(single)
        : null;

    private static string? Literal(double number) =>
        double.IsFinite(number) ? null : double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";

    private static void WriteText(StringBuilder text, string content)
    {
        text.Append('"');
        foreach (var c in content)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                >= ' ' and <= '~' => text.Append(c),
                _ => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        }

        text.Append('"');
    }
}
