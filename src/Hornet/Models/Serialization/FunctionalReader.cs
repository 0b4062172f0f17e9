using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>Makes a graph of its configuration: all operations first, then their calls as far as their inputs
/// are there.</summary>
internal sealed class FunctionalReader
{
    private readonly Dictionary<string, GraphEntry> _entries = [];
    private readonly NodeReader _nodes;

    private FunctionalReader() => _nodes = new NodeReader(_entries);

    public static Model Read(ConfigReader config)
    {
        var reader = new FunctionalReader();
        var name = config.ReadOrNull<string>("name");
        var trainable = config.Read("trainable", defaultValue: (bool?)null);
        config.Read("layers", item => item.ReadList(reader.Add));
        reader.Connect(config.Owner);
        var inputs = config.Read("input_layers", reader.Tensors);
        var outputs = config.Read("output_layers", reader.Tensors);
        config.Finish();
        return new Model(inputs, outputs, name, trainable ?? true);
    }

    private GraphEntry Add(ConfigItem item)
    {
        var entry = GraphEntry.Read(item);
        _nodes.IsLegacy |= entry.IsLegacy;
        return _entries.TryAdd(entry.Name, entry) ? entry : throw new KerasSerializationException(
            $"{item.Path}: Expected layers with names of their own. Received: two named "
            + $"\"{ConfigText.Shorten(entry.Name)}\".");
    }

    // A call waits for the call that makes its input, so a graph takes time in proportion to its size.
    private void Connect(string owner)
    {
        var ready = new Queue<GraphEntry>(_entries.Values);
        while (ready.TryDequeue(out var entry))
        {
            while (entry.Next is { } call && !IsWaiting(entry, call))
            {
                entry.Call(_nodes, call);
                foreach (var waiting in entry.TakeWaiting())
                {
                    ready.Enqueue(waiting);
                }
            }
        }

        if (_entries.Values.Where(entry => entry.Next is not null).ToArray() is { Length: > 0 } stuck)
        {
            throw new KerasSerializationException(
                $"{owner}: Expected a graph without loops, in which every call is fed. Received: calls whose inputs "
                + $"are never made: {ConfigText.Some(stuck.Select(entry => entry.Name))}.");
        }
    }

    private bool IsWaiting(GraphEntry entry, ConfigItem call)
    {
        foreach (var source in _nodes.Sources(call))
        {
            if (!source.Entry.Has(source.Call))
            {
                source.Entry.Waiting.Add(entry);
                return true;
            }
        }

        return false;
    }

    // ["name", 0, 0] is a tensor; a list of these a list, a dictionary a dictionary.
    private Nested<Tensor> Tensors(ConfigItem item) => item.Node switch
    {
        JsonArray list when NodeReader.IsPlace(list) => _nodes.Output(item),
        JsonArray => Nested.List<Tensor>(item.ReadList(Tensors)),
        JsonObject => Nested.Dictionary(item.ReadDictionary(Tensors)),
        _ => throw item.Unfit("a place in the graph: [\"layer\", 0, 0], a list or a dictionary of such"),
    };
}
