using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Parts of configurations in error messages, whatever their size.</summary>
internal static class ConfigText
{
    private const int MaxLength = 60;
    private const int MaxKeys = 8;

    public static string Describe(JsonNode? node) => node switch
    {
        null => "null",
        JsonArray list => $"a list of {list.Count} items",
        JsonObject { Count: 0 } => "an empty dictionary",
        JsonObject pairs => $"a dictionary with the keys {Some(pairs.Select(pair => pair.Key))}",
        _ => Shorten(ConfigJson.Write(node)),
    };

    public static string Some(IEnumerable<string> names)
    {
        var some = names.Take(MaxKeys + 1).Select(Shorten).ToArray();
        return some.Length > MaxKeys ? $"{string.Join(", ", some[..MaxKeys])}, ..." : string.Join(", ", some);
    }

    public static string Shorten(string text) => text.Length > MaxLength ? $"{text[..MaxLength]}..." : text;
}
