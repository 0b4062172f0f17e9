using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>What stands in the brackets of <c>x[...]</c>, in configurations.</summary>
internal static class ItemKey
{
    private const string Slice = "__slice__";
    private const string Ellipsis = "__ellipsis__";

    /// <summary>Writes a key.</summary>
    /// <param name="key">The indices.</param>
    /// <param name="tensors">Those that are tensors, as they are written.</param>
    public static JsonNode? Write(IReadOnlyList<IndexEntry> key, IEnumerable<JsonNode?> tensors)
    {
        var next = new Queue<JsonNode?>(tensors);
        JsonNode?[] written = [.. key.Select(entry => Write(entry, next))];
        return written is [var only] ? only : new JsonArray(written);
    }

    /// <summary>Reads a key: one index or a list.</summary>
    /// <param name="item">Where it stands.</param>
    /// <param name="readTensor">Reads an index that is a tensor.</param>
    public static TensorIndex[] Read(ConfigItem item, Func<ConfigItem, Tensor> readTensor) => item.Node is JsonArray
        ? item.ReadList(part => ReadOne(part, readTensor))
        : [ReadOne(item, readTensor)];

    private static JsonNode? Write(IndexEntry entry, Queue<JsonNode?> tensors) => entry.Kind switch
    {
        IndexKind.Integer => entry.Start,
        IndexKind.NewAxis => null,
        IndexKind.Ellipsis => new JsonObject { ["class_name"] = Ellipsis, ["config"] = new JsonObject() },
        IndexKind.Slice => new JsonObject
        {
            ["class_name"] = Slice,
            ["config"] = new JsonObject
            {
                ["start"] = entry.Start,
                ["stop"] = entry.Stop,
                ["step"] = entry.Step == 1 ? null : entry.Step,
            },
        },
        _ => tensors.Dequeue(),
    };

    private static TensorIndex ReadOne(ConfigItem item, Func<ConfigItem, Tensor> readTensor)
    {
        switch (item.Node)
        {
            case null:
                return TensorIndex.NewAxis;
            case JsonValue:
                return item.Read<int>();
            case JsonObject config when TensorConfig.Name(config) == Ellipsis:
                return TensorIndex.Ellipsis;
            case JsonObject config when TensorConfig.Name(config) == Slice:
                var reader = new ConfigReader(Slice, config["config"] as JsonObject ?? [], $"{item.Path}.config");
                var slice = TensorIndex.Slice(
                    reader.Read("start", defaultValue: (int?)null),
                    reader.Read("stop", defaultValue: (int?)null),
                    reader.Read("step", defaultValue: (int?)null) ?? 1);
                reader.Finish();
                return slice;
            default:
                return readTensor(item);
        }
    }
}
