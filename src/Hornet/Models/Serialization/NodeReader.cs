using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Serialization;

namespace Hornet;

/// <summary>Reads what operations are called with, of Keras 3 and of Keras 2.</summary>
internal sealed class NodeReader(IReadOnlyDictionary<string, GraphEntry> entries)
{
    /// <summary>Whether the graph is written as Keras 2 did, which counts calls of models from 1.</summary>
    public bool IsLegacy { get; set; }

    /// <summary>Whether a list is a place in the graph: a name, a call and a result.</summary>
    public static bool IsPlace(JsonArray list) =>
        list.Count is 3 or 4 && list[0] is JsonValue value && value.TryGetValue(out string? _);

    /// <summary>The calls whose results a call takes.</summary>
    public IEnumerable<(GraphEntry Entry, int Call)> Sources(ConfigItem item) => item.Node switch
    {
        JsonObject config when TensorConfig.IsSymbolic(config) => [Source(History(item), isLegacy: false)],
        JsonObject config when TensorConfig.IsArray(config) => [],
        JsonObject => item.ReadDictionary(part => part).Values.SelectMany(Sources),
        JsonArray list when IsLegacy && IsPlace(list) =>
            new[] { Source(item, isLegacy: true) }.Concat(item.ReadList(part => part).Skip(3).SelectMany(Sources)),
        JsonArray => item.ReadList(part => part).SelectMany(Sources),
        _ => [],
    };

    /// <summary>What a layer is called with.</summary>
    public CallArguments Arguments(ConfigItem call, Layer layer)
    {
        if (call.Node is JsonArray)
        {
            return LegacyArguments(call, layer);
        }

        var (args, kwargs) = Parts(call);
        var names = layer.CallArgumentNames;
        if (args.Length > names.Count + 1)
        {
            throw new ConfigItem(args[0].Node?.Parent, $"{call.Path}.args").Unfit(
                $"at most {names.Count + 1} arguments of {layer.ClassName}");
        }

        var named = args.Skip(1).Select((item, i) => (names[i], item)).Concat(
            kwargs.Select(pair => (pair.Key, pair.Value)));
        if (args.Length > 0)
        {
            return Arguments(Structure(args[0]), named, layer, args.Length - 1);
        }

        var first = kwargs.ContainsKey(layer.BuildArgumentNames[0]) ? layer.BuildArgumentNames[0]
            : kwargs.Keys.FirstOrDefault() ?? throw call.Unfit($"the inputs of {layer.ClassName}");
        return Arguments(
            Structure(kwargs[first]), named.Where(pair => pair.Item1 != first), layer, inputsName: first);
    }

    /// <summary>The positional arguments of a call, and those with a name.</summary>
    public static (ConfigItem[] Args, Dictionary<string, ConfigItem> Kwargs) Parts(ConfigItem call)
    {
        var config = call.Node as JsonObject ?? throw call.Unfit("a call: a dictionary with args and kwargs");
        var args = new ConfigItem(config["args"] ?? new JsonArray(), $"{call.Path}.args").ReadList(item => item);
        var kwargs = new ConfigItem(config["kwargs"] ?? new JsonObject(), $"{call.Path}.kwargs");
        return (args, kwargs.ReadDictionary(item => item));
    }

    /// <summary>Tensors and constants in a structure.</summary>
    public Nested<Tensor> Structure(ConfigItem item) => item.Node switch
    {
        null => Nested.Leaf<Tensor>(null),
        JsonObject config when TensorConfig.IsSymbolic(config) => Tensor(History(item), isLegacy: false),
        JsonValue or JsonObject when item.Node is JsonValue || TensorConfig.IsArray((JsonObject)item.Node) =>
            TensorConfig.Read(item),
        JsonArray list when IsLegacy && IsPlace(list) => Tensor(item, isLegacy: true),
        JsonArray => Nested.List<Tensor>(item.ReadList(Structure)),
        _ => Nested.Dictionary(item.ReadDictionary(Structure)),
    };

    /// <summary>An input or output of the whole graph.</summary>
    public KerasTensor Output(ConfigItem item)
    {
        var (entry, call, tensor) = Place(item);
        var own = entry.IsGraph || (IsLegacy && entry.IsModel && call > 0) ? 1 : 0;
        return entry.Output(call - own, tensor) ?? throw Missing(item);
    }

    private CallArguments Arguments(
        Nested<Tensor> inputs,
        IEnumerable<(string Name, ConfigItem Value)> rest,
        Layer layer,
        int positional = 0,
        string? inputsName = null)
    {
        bool? training = null;
        var named = new Dictionary<string, Nested<Tensor>>();
        var flags = new Dictionary<string, bool>();
        foreach (var (name, item) in rest)
        {
            if (name == "training")
            {
                training = item.IsNull ? null : item.Read<bool>();
            }
            else if (layer.CallFlagNames.Contains(name))
            {
                flags[name] = !item.IsNull && item.Read<bool>();
            }
            else if (Structure(item) is var value && value.Flatten().Exists(tensor => tensor is not null))
            {
                named[name] = layer.CallArgumentNames.Contains(name) ? value : throw item.Unfit(
                    $"an argument that {layer.ClassName} takes: "
                    + $"{string.Join(", ", [.. layer.CallArgumentNames, .. layer.CallFlagNames, "training"])}");
            }
        }

        return new CallArguments(inputs, named, training, flags)
        {
            Positional = [.. layer.CallArgumentNames.Take(positional).Where(named.ContainsKey)],
            InputsName = inputsName,
        };
    }

    // [["name", 0, 0, {}], ...]: all inputs, the arguments with a name beside the first of them.
    private CallArguments LegacyArguments(ConfigItem call, Layer layer)
    {
        var places = call.Node is JsonArray list && IsPlace(list) ? [call] : call.ReadList(item => item);
        var inputs = Array.ConvertAll(places, Structure);
        var kwargs = places.Select(place => place.Node is JsonArray { Count: 4 } parts
            ? new ConfigItem(parts[3], $"{place.Path}[3]").ReadDictionary(item => item)
            : []);
        var named = kwargs.FirstOrDefault(pairs => pairs.Count > 0) ?? [];
        return Arguments(
            inputs.Length == 1 ? inputs[0] : Nested.List<Tensor>(inputs),
            named.Select(pair => (pair.Key, pair.Value)),
            layer);
    }

    private KerasTensor Tensor(ConfigItem item, bool isLegacy)
    {
        var (entry, call) = Source(item, isLegacy);
        return entry.Output(call, Place(item).Tensor) ?? throw Missing(item);
    }

    private (GraphEntry Entry, int Call) Source(ConfigItem item, bool isLegacy)
    {
        var (entry, call, _) = Place(item);
        return (entry, isLegacy && entry.IsModel && call > 0 ? call - 1 : call);
    }

    private static ConfigItem History(ConfigItem item)
    {
        var config = (item.Node as JsonObject)?["config"] as JsonObject
            ?? throw item.Unfit("a tensor of the graph, with its config");
        return new ConfigItem(config["keras_history"], $"{item.Path}.config.keras_history");
    }

    private (GraphEntry Entry, int Call, int Tensor) Place(ConfigItem item)
    {
        const string expected = "a place in the graph: the name of a layer, its call and its result";
        var parts = item.Node is JsonArray list && IsPlace(list)
            ? item.ReadList(part => part)
            : throw item.Unfit(expected);
        var (name, call, tensor) = (parts[0].Read<string>(), parts[1].Read<int>(), parts[2].Read<int>());
        if (call < 0 || tensor < 0)
        {
            throw item.Unfit(expected);
        }

        return entries.TryGetValue(name, out var entry) ? (entry, call, tensor)
            : throw new KerasSerializationException(
                $"{item.Path}: Expected a layer of this model. Received: \"{ConfigText.Shorten(name)}\". "
                + $"Its layers are: {ConfigText.Some(entries.Keys)}.");
    }

    private static KerasSerializationException Missing(ConfigItem item) => new(
        $"{item.Path}: Expected a tensor that the graph makes. Received: {ConfigJson.Write(item.Node)}.");
}
