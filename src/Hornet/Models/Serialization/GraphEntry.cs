using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Serialization;

namespace Hornet;

/// <summary>An operation of a graph that is being read: what it is, and its calls, made and to be made.</summary>
internal sealed class GraphEntry
{
    private readonly ConfigItem[] _calls;
    private readonly List<Node> _made = [];
    private readonly Layer? _layer;
    private readonly OperationReader? _op;
    private int _next;

    private GraphEntry(string name, ConfigItem item, ConfigItem[] calls)
    {
        (Name, _calls) = (name, calls);
        if (OperationReader.IsOperation(item))
        {
            _op = new OperationReader(item, name);
        }
        else
        {
            _layer = item.Read<Layer>();
            _made.AddRange(_layer is InputLayer ? _layer.InboundNodes.Take(1) : []);
        }
    }

    /// <summary>The name by which calls refer to it.</summary>
    public string Name { get; }

    /// <summary>Whether its calls are written as Keras 2 did.</summary>
    public bool IsLegacy => _calls.Any(call => call.Node is JsonArray);

    /// <summary>Whether it is a model, to which Keras 2 counts a call of its own.</summary>
    public bool IsModel => _layer is Model;

    /// <summary>Whether it is a graph, to which Keras counts a call of its own among a model's outputs.</summary>
    public bool IsGraph => _layer is Model and not Sequential { };

    /// <summary>What goes on when this has made its next call.</summary>
    public List<GraphEntry> Waiting { get; } = [];

    /// <summary>The next call to make; null when all are made.</summary>
    public ConfigItem? Next => _next < _calls.Length ? _calls[_next] : null;

    public static GraphEntry Read(ConfigItem item)
    {
        var config = item.Node as JsonObject
            ?? throw item.Unfit("a layer: a dictionary with its class_name and config");
        var name = config["name"] ?? (config["config"] as JsonObject)?["name"];
        var calls = new ConfigItem(config["inbound_nodes"] ?? new JsonArray(), $"{item.Path}.inbound_nodes");
        return new GraphEntry(
            new ConfigItem(name, $"{item.Path}.name").Read<string>(),
            item,
            [.. calls.ReadList(call => call).Where(call => call.Node is not JsonArray { Count: 0 })]);
    }

    /// <summary>Whether a call has been made.</summary>
    public bool Has(int call) => call < _made.Count;

    /// <summary>A result of a call that has been made.</summary>
    public KerasTensor? Output(int call, int tensor) =>
        Has(call) && tensor < _made[call].OutputTensors.Count ? _made[call].OutputTensors[tensor] : null;

    /// <summary>Makes the next call.</summary>
    public void Call(NodeReader nodes, ConfigItem call)
    {
        _made.Add(ObjectReader.Guard(call.Path, () => Made(nodes, call), $"'{Name}' does not take its inputs."));
        _next++;
    }

    public GraphEntry[] TakeWaiting()
    {
        GraphEntry[] waiting = [.. Waiting];
        Waiting.Clear();
        return waiting;
    }

    private Node Made(NodeReader nodes, ConfigItem call)
    {
        if (_op is not null)
        {
            return _op.Call(nodes, call);
        }

        var before = _layer!.InboundNodes.Count;
        _layer.ApplyMany(nodes.Arguments(call, _layer));
        return _layer.InboundNodes.Count > before ? _layer.InboundNodes[^1]
            : throw call.Unfit("a call with a tensor of the graph, not with constants alone");
    }
}
