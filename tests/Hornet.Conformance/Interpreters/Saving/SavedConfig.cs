using System.Text.Json;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Conformance;

/// <summary>Configurations, rid of what means nothing: the order of keys, and how numbers are written.</summary>
/// <remarks>
/// What is the same object has any number: that it occurs again is compared. Dtype policies and what has no
/// configuration (zeros) are values, and the dtype of a chain is not read from files, in Keras neither.
/// </remarks>
internal static class SavedConfig
{
    public static string Text(ReadOnlySpan<byte> json) => Text(ConfigJson.Parse(json));

    public static string Text(string json) => Text(ConfigJson.Parse(json));

    /// <summary>Where two texts part, or null.</summary>
    public static string? Difference(string expected, string received, string where)
    {
        if (expected == received)
        {
            return null;
        }

        var at = Math.Max(expected.AsSpan().CommonPrefixLength(received) - 80, 0);
        return $"Expected in {where} ...{Part(expected, at)}... Received: ...{Part(received, at)}...";
    }

    private static string Text(JsonNode? config)
    {
        var ids = new List<string>();
        Collect(config, ids);
        var shared = ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key).Distinct();
        return ConfigJson.Write(Order(config, shared.Select((id, i) => (id, i)).ToDictionary()));
    }

    private static void Collect(JsonNode? node, List<string> ids)
    {
        if (node is JsonObject pairs)
        {
            if (pairs["shared_object_id"] is { } id)
            {
                ids.Add($"{id}");
            }

            pairs.Select(pair => pair.Value).ToList().ForEach(value => Collect(value, ids));
        }
        else if (node is JsonArray list)
        {
            list.ToList().ForEach(item => Collect(item, ids));
        }
    }

    private static string Part(string text, int at) => text[Math.Min(at, text.Length)..Math.Min(at + 240, text.Length)];

    private static JsonNode? Order(JsonNode? node, Dictionary<string, int> ids) => node switch
    {
        JsonObject pairs => Order(pairs, ids),
        JsonArray list => new JsonArray([.. list.Select(item => Order(item, ids))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => double.Parse(
            ConfigJson.Write(value), System.Globalization.CultureInfo.InvariantCulture),
        _ => node?.DeepClone(),
    };

    private static JsonObject Order(JsonObject pairs, Dictionary<string, int> ids)
    {
        var className = $"{pairs["class_name"]}";
        if (className == "DTypePolicy" || pairs["config"] is JsonObject { Count: 0 })
        {
            pairs.Remove("shared_object_id");
        }

        if (className == "Sequential" && pairs["config"] is JsonObject config)
        {
            config.Remove("dtype");
        }

        if (pairs["shared_object_id"] is { } id)
        {
            pairs["shared_object_id"] = ids.TryGetValue($"{id}", out var number) ? number : null;
        }

        if (pairs["shared_object_id"] is null)
        {
            pairs.Remove("shared_object_id");
        }

        return new JsonObject(pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToArray()
            .Select(pair => KeyValuePair.Create(pair.Key, Order(pair.Value, ids))));
    }
}
