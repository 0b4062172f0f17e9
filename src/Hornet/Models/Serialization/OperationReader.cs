using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>Makes an op of a saved graph, and its calls.</summary>
internal sealed class OperationReader
{
    private const string Modules = "keras.src.ops.";

    private readonly string _name;
    private readonly Op? _op; // null where the arguments of the call say what it is
    private OpOperation? _operation;

    public OperationReader(ConfigItem item, string name)
    {
        var layer = (JsonObject)item.Node!;
        var className = new ConfigItem(layer["class_name"], $"{item.Path}.class_name").Read<string>();
        var config = layer["config"] as JsonObject ?? [];
        _name = new ConfigItem(config["name"], $"{item.Path}.config.name").ReadOrNull<string>() ?? name;
        if (className != OperationForms.GetItem)
        {
            _op = Create(item, className, config);
        }
    }

    /// <summary>Whether a layer's configuration names an op.</summary>
    public static bool IsOperation(ConfigItem item) => (item.Node as JsonObject)?["module"] is JsonValue value
        && value.TryGetValue(out string? module)
        && module.StartsWith(Modules, StringComparison.Ordinal);

    /// <summary>Adds a call to the graph.</summary>
    public Node Call(NodeReader nodes, ConfigItem call)
    {
        var (args, kwargs) = NodeReader.Parts(call);
        var (op, inputs) = _op is not null ? (_op, Flat(nodes, args.Concat(kwargs.Values)))
            : args is [var x, var key]
                ? Ops.GetItemCall(nodes.Structure(x).Value, ItemKey.Read(key, part => nodes.Structure(part).Value))
            : throw call.Unfit("a call with a tensor and an index");
        _operation ??= new OpOperation(op, _name);
        Connect(_operation, inputs, call);
        return _operation.InboundNodes[^1];
    }

    // An op says how many tensors it takes by taking them.
    private static void Connect(OpOperation operation, Tensor[] inputs, ConfigItem call)
    {
        try
        {
            operation.Connect(inputs);
        }
        catch (IndexOutOfRangeException)
        {
            throw call.Unfit($"a call with all tensors that {operation.Op.ClassName} takes, not with {inputs.Length}");
        }
    }

    private static Op Create(ConfigItem item, string className, JsonObject config)
    {
        var entry = OperationRegistry.Find(className) ?? throw new KerasSerializationException(
            $"{item.Path}: Expected an op that Hornet has. Received: {Modules}..{ConfigText.Shorten(className)}.");
        var reader = new ConfigReader(className, config, $"{item.Path}.config");
        reader.Ignore("name");
        return ObjectReader.Guard(
            item.Path,
            () =>
            {
                OperationForms.FromKeras(entry.ClassName, reader);
                var op = entry.Create(reader);
                reader.Finish();
                return op;
            },
            $"{className} does not take its configuration.");
    }

    // What is left out stands at the end.
    private static Tensor[] Flat(NodeReader nodes, IEnumerable<ConfigItem> arguments) =>
        [.. arguments.SelectMany(item => nodes.Structure(item).Flatten()).Where(tensor => tensor is not null)];
}
