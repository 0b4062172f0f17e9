using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Serialization;

namespace Hornet;

/// <summary>Writes the calls of operations that belong to a graph.</summary>
internal sealed class NodeWriter(Function graph)
{
    /// <summary>The calls of an operation; none where it takes no tensor.</summary>
    public JsonArray Write(Operation operation) =>
    [
        .. operation.InboundNodes
            .Where(node => !node.IsInput && graph.Contains(node))
            .Select(node => (JsonNode)(operation is OpOperation op ? Call(op, node) : Call((Layer)operation, node))),
    ];

    /// <summary>Which call made a tensor, of those that belong to the graph.</summary>
    public int IndexOf(KerasTensor tensor)
    {
        var (operation, index, _) = tensor.History!.Value;
        return operation.InboundNodes.Take(index).Count(graph.Contains);
    }

    private JsonObject Call(OpOperation operation, Node node)
    {
        var inputs = node.Arguments.Inputs.AsEnumerable().Select(Structure).ToArray();
        var (args, kwargs) = OperationForms.Arguments(operation.Op, inputs);
        return new JsonObject { ["args"] = args, ["kwargs"] = kwargs };
    }

    private JsonObject Call(Layer layer, Node node)
    {
        var arguments = node.Arguments;
        var args = arguments.Positional.Select(name => arguments.Named[name]);
        var kwargs = new JsonObject();
        if (arguments.InputsName is { } inputs)
        {
            kwargs[inputs] = Structure(arguments.Inputs);
        }
        else
        {
            args = args.Prepend(arguments.Inputs);
        }

        foreach (var (name, value) in arguments.Named.Where(pair => !arguments.Positional.Contains(pair.Key)))
        {
            kwargs[name] = Structure(value);
        }

        foreach (var (name, flag) in arguments.Flags)
        {
            kwargs[name] = flag;
        }

        if (arguments.Training is { } training)
        {
            kwargs["training"] = training;
        }

        if (ShowsMask(layer, arguments))
        {
            kwargs["mask"] = Structure(arguments.Inputs.Select(_ => (Tensor)null!));
        }

        return new JsonObject { ["args"] = new JsonArray([.. args.Select(Structure)]), ["kwargs"] = kwargs };
    }

    // Keras fills in the masks that the inputs carry, where they are the only tensors. That shows where it had nothing
    // to convert.
    private static bool ShowsMask(Layer layer, CallArguments arguments) =>
        arguments.Named.Count == 0
        && layer.CallArgumentNames.Contains("mask")
        && (layer is Model and not Sequential { }
            || (arguments is { Training: null, Flags.Count: 0, Inputs.IsLeaf: true }
                && arguments.Inputs.Value.DType == layer.ComputeDType));

    private JsonNode? Structure(Nested<Tensor> tensors) =>
        tensors.IsLeaf ? Leaf(tensors.Value)
        : tensors.IsDictionary
            ? new JsonObject(tensors.Keys.Select(key => KeyValuePair.Create(key, Structure(tensors[key]))))
        : new JsonArray([.. tensors.AsEnumerable().Select(Structure)]);

    private JsonNode? Leaf(Tensor? tensor) => tensor switch
    {
        null => null,
        KerasTensor { History: { } history } symbolic => new JsonObject
        {
            ["class_name"] = TensorConfig.Symbolic,
            ["config"] = new JsonObject
            {
                ["shape"] = symbolic.Shape.ToConfig(),
                ["dtype"] = symbolic.DType.KerasName(),
                ["keras_history"] = new JsonArray(history.Operation.Name, IndexOf(symbolic), history.TensorIndex),
            },
        },
        EagerTensor constant => TensorConfig.Write(constant),
        _ => throw new KerasSerializationException(
            $"Expected arguments that the graph or the program makes. Received: {tensor}, which nothing made."),
    };
}
