using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Python's JSON has NaN, Infinity and -Infinity: quoted for .NET's parser, and unquoted behind it.</summary>
internal static class PythonLiterals
{
    // Stands before a quoted literal, where no text of Keras has it.
    private const char Mark = '\0';

    private static readonly Dictionary<string, double> s_literals = new()
    {
        ["-Infinity"] = double.NegativeInfinity,
        ["Infinity"] = double.PositiveInfinity,
        ["NaN"] = double.NaN,
    };

    public static bool AreIn(ReadOnlySpan<byte> json) => json.IndexOf("NaN"u8) >= 0 || json.IndexOf("Infinity"u8) >= 0;

    public static ReadOnlySpan<byte> Quote(ReadOnlySpan<byte> json)
    {
        var quoted = new ArrayBufferWriter<byte>(json.Length + 256);
        var (inText, start) = (false, 0);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '"')
            {
                inText = !inText;
            }
            else if (inText)
            {
                i += json[i] == '\\' ? 1 : 0;
            }
            else if (LiteralAt(json[i..]) is { } literal)
            {
                quoted.Write(json[start..i]);
                quoted.Write(Encoding.ASCII.GetBytes($"\"\\u0000{literal}\""));
                start = i + literal.Length;
                i = start - 1;
            }
        }

        quoted.Write(json[start..]);
        return quoted.WrittenSpan;
    }

    public static JsonNode? Unquote(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject pairs:
                foreach (var (key, value) in pairs.ToArray())
                {
                    Replace(value, number => pairs[key] = number);
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    Replace(list[i], number => list[i] = number);
                }

                break;
            case JsonValue value when value.TryGetValue(out string? text) && text.StartsWith(Mark)
                    && s_literals.TryGetValue(text[1..], out var number):
                return JsonValue.Create(number);
        }

        return node;
    }

    private static void Replace(JsonNode? value, Action<JsonNode?> set)
    {
        var number = Unquote(value);
        if (!ReferenceEquals(number, value))
        {
            set(number);
        }
    }

    private static string? LiteralAt(ReadOnlySpan<byte> json)
    {
        if (json[0] is not ((byte)'-' or (byte)'I' or (byte)'N'))
        {
            return null;
        }

        foreach (var literal in s_literals.Keys)
        {
            if (json.Length >= literal.Length && Ascii.Equals(json[..literal.Length], literal))
            {
                return literal;
            }
        }

        return null;
    }
}
