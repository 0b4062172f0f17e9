using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Serialization;

namespace Hornet;

/// <summary>Writes a graph as Keras does: its operations, each with its calls, its inputs and its outputs.</summary>
internal static class FunctionalWriter
{
    public static JsonObject Write(Model model, Function graph)
    {
        var nodes = new NodeWriter(graph);
        return new JsonObject
        {
            ["name"] = model.Name,
            ["trainable"] = model.Trainable,
            ["layers"] = new JsonArray([.. graph.Operations.Select(operation => Write(operation, nodes))]),
            ["input_layers"] = Places(graph.InputStructure, nodes),
            ["output_layers"] = Places(graph.OutputStructure, nodes),
        };
    }

    private static JsonObject Write(Operation operation, NodeWriter nodes)
    {
        var written = operation switch
        {
            Layer layer => KerasRegistry.SerializeObject(layer),
            OpOperation op => OperationRegistry.Write(op),
            _ => throw new KerasSerializationException(
                $"Expected a graph of layers and ops. Received: {operation}, which files cannot name."),
        };
        written["name"] = operation.Name;
        written["inbound_nodes"] = nodes.Write(operation);
        return written;
    }

    private static JsonNode Places(Nested<Tensor> tensors, NodeWriter nodes) =>
        tensors.IsLeaf ? Place((KerasTensor)tensors.Value, nodes)
        : tensors.IsDictionary
            ? new JsonObject(tensors.Keys.Select(key =>
                KeyValuePair.Create(key, (JsonNode?)Places(tensors[key], nodes))))
        : new JsonArray([.. tensors.AsEnumerable().Select(part => Places(part, nodes))]);

    // Here, unlike in calls, Keras counts the node that a graph inside a graph was made with.
    private static JsonArray Place(KerasTensor tensor, NodeWriter nodes)
    {
        var (operation, _, tensorIndex) = tensor.History!.Value;
        var own = operation is Model and not Sequential { } ? 1 : 0;
        return new JsonArray(operation.Name, nodes.IndexOf(tensor) + own, tensorIndex);
    }
}
