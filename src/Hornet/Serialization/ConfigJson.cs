using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Hornet.Serialization;

/// <summary>JSON as Python reads and writes it, which has NaN and Infinity.</summary>
public static class ConfigJson
{
    /// <summary>Longer texts are refused: the largest models of Keras have some megabytes.</summary>
    internal const int MaxBytes = 1 << 27;

    /// <summary>Deeper texts are refused, before they fill the stack.</summary>
    internal const int MaxDepth = 512;

    /// <summary>Reads a text.</summary>
    /// <param name="json">The text.</param>
    public static JsonNode? Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Check(json.Length);
        return Parse(Encoding.UTF8.GetBytes(json));
    }

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="utf8Json">The text, in UTF-8.</param>
    public static JsonNode? Parse(ReadOnlySpan<byte> utf8Json)
    {
        Check(utf8Json.Length);
        var hasLiterals = PythonLiterals.AreIn(utf8Json);
        var json = hasLiterals ? PythonLiterals.Quote(utf8Json) : utf8Json;
        try
        {
            CheckTexts(json);
            var node = JsonNode.Parse(json, documentOptions: new() { MaxDepth = MaxDepth });
            return hasLiterals ? PythonLiterals.Unquote(node) : node;
        }
        catch (JsonException e)
        {
            throw new KerasSerializationException(
                $"Expected a JSON text of at most {MaxDepth} levels, no key twice in one. Received: {e.Message}", e);
        }
    }

    /// <summary>Writes a text on one line, in ASCII, with Python's spaces.</summary>
    /// <param name="node">What to write.</param>
    public static string Write(JsonNode? node)
    {
        var text = new StringBuilder();
        ConfigJsonWriter.Write(text, node);
        return text.ToString();
    }

    // .NET reads texts when they are asked for, and complains of half a character then. It finds keys that are there
    // twice, too, but loads OpenSSL for the random numbers of its set: 7 ms of a program's start, or more.
    private static void CheckTexts(ReadOnlySpan<byte> json)
    {
        var areWhole = Utf8.IsValid(json);
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
            var keys = new Stack<HashSet<string>>();
            while (areWhole && reader.Read())
            {
                CheckText(ref reader, keys);
            }
        }
        catch (InvalidOperationException)
        {
            areWhole = false;
        }

        if (!areWhole)
        {
            throw new KerasSerializationException(
                "Expected a JSON text in UTF-8. Received: one with bytes or escapes that are no characters.");
        }
    }

    private static void CheckText(ref Utf8JsonReader reader, Stack<HashSet<string>> keys)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                keys.Push([]);
                break;
            case JsonTokenType.EndObject:
                keys.Pop();
                break;
            case JsonTokenType.PropertyName when !keys.Peek().Add(reader.GetString()!):
                throw new JsonException($"the key '{ConfigText.Shorten(reader.GetString()!)}' twice");
            case JsonTokenType.String when reader.ValueIsEscaped:
                _ = reader.GetString();
                break;
            default:
                break;
        }
    }

    private static void Check(int length)
    {
        if (length > MaxBytes)
        {
            throw new KerasSerializationException(
                $"Expected a JSON text of at most {MaxBytes} bytes. Received: {length} bytes.");
        }
    }
}
