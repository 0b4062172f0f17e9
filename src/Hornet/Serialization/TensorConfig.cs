using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>Constant tensors in configurations: numbers, and arrays as <c>__numpy__</c>.</summary>
internal static class TensorConfig
{
    public const string Symbolic = "__keras_tensor__";

    private const string Array = "__numpy__";
    private const string Constant = "__tensor__";

    /// <summary>A C# literal as its number, other tensors with their dtype.</summary>
    public static JsonNode? Write(EagerTensor tensor) => tensor.Literal is { } literal
        ? literal.ToConfig()
        : new JsonObject
        {
            ["class_name"] = Array,
            ["config"] = new JsonObject
            {
                ["value"] = Values(tensor),
                ["dtype"] = tensor.DType.KerasName(),
            },
        };

    /// <summary>Whether a value is an array.</summary>
    public static bool IsArray(JsonObject config) => Name(config) is Array or Constant;

    /// <summary>Whether a value is a symbolic tensor.</summary>
    public static bool IsSymbolic(JsonObject config) => Name(config) == Symbolic;

    /// <summary>Reads a number, a bool or an array.</summary>
    public static Tensor Read(ConfigItem item)
    {
        if (item.Node is JsonValue)
        {
            var literal = Literal.FromConfig(item);
            return Constants.Weak(literal);
        }

        var inner = (item.Node as JsonObject)?["config"] as JsonObject ?? throw item.Unfit("an array");
        var reader = new ConfigReader(Array, inner, $"{item.Path}.config");
        var dtype = reader.Read<DType>("dtype");
        var (sizes, items) = (new List<int?>(), new List<ConfigItem>());
        reader.Read("value", value => Collect(value, 0, sizes, items));
        reader.Finish();
        var shape = Shape.Create([.. sizes]);
        return dtype == DType.Bool ? Tensor.From(shape, items.ConvertAll(value => value.Read<bool>()).ToArray())
            : dtype.IsFloating()
                ? Ops.Cast(Tensor.From(shape, items.ConvertAll(value => value.Read<double>()).ToArray()), dtype)
            : Ops.Cast(Tensor.From(shape, items.ConvertAll(value => value.Read<long>()).ToArray()), dtype);
    }

    /// <summary>The class that a dictionary names; null where it names none.</summary>
    public static string? Name(JsonObject config) =>
        config["class_name"] is JsonValue value && value.TryGetValue(out string? name) ? name : null;

    private static JsonNode? Values(EagerTensor tensor)
    {
        if (tensor.DType is DType.Complex64 or DType.Complex128 or DType.String)
        {
            throw new KerasSerializationException(
                $"Expected constants of numbers in a graph. Received: {tensor.Spec}, which files cannot hold.");
        }

        var next = 0;
        if (tensor.DType.IsFloating())
        {
            var numbers = Ops.Cast(tensor, DType.Float64).ToArray<double>();
            return Nest(tensor.Shape, 0, () => numbers[next++]);
        }

        var integers = Ops.Cast(tensor, DType.Int64).ToArray<long>();
        return Nest(tensor.Shape, 0, () => tensor.DType == DType.Bool ? integers[next++] != 0 : integers[next++]);
    }

    private static JsonNode? Nest(Shape shape, int axis, Func<object> next) => axis < shape.Rank
        ? new JsonArray([.. Enumerable.Range(0, shape[axis]!.Value).Select(_ => Nest(shape, axis + 1, next))])
        : ConfigValue.Write(next());

    // The sizes of an array, and its values in their order.
    private static List<ConfigItem> Collect(ConfigItem item, int axis, List<int?> sizes, List<ConfigItem> items)
    {
        if (item.Node is not JsonArray list)
        {
            items.Add(axis == sizes.Count ? item : throw item.Unfit("lists of one length"));
            return items;
        }

        if (axis == sizes.Count && items.Count == 0)
        {
            sizes.Add(list.Count);
        }

        if (axis >= sizes.Count || sizes[axis] != list.Count)
        {
            throw item.Unfit("lists of one length");
        }

        item.ReadList(part => Collect(part, axis + 1, sizes, items));
        return items;
    }
}
