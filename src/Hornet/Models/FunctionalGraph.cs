using Hornet.Layers;

namespace Hornet;

/// <summary>What a model does with its graph: makes it, and brings data into the form that its inputs have.</summary>
internal static class FunctionalGraph
{
    public static Function Make(Nested<Tensor> inputs, Nested<Tensor> outputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        WarnOfOtherKeys(inputs);
        if (inputs.Flatten().Exists(input => input is KerasTensor && !IsInput(input)) &&
            inputs.Flatten().Concat(outputs.Flatten()).All(tensor => tensor is KerasTensor))
        {
            (inputs, outputs) = GraphClone.Make(inputs, outputs);
        }

        return new Function(inputs, outputs, name: "graph");
    }

    /// <summary>What the inputs must be like; null for nested dictionaries, which are not looked at.</summary>
    public static InputSpec[]? Specs(Function graph)
    {
        var structure = graph.InputStructure;
        if (!structure.IsDictionary)
        {
            return [.. graph.Inputs.Select(input => Spec(input, input.History!.Value.Operation.Name))];
        }

        return structure.All(part => part.IsLeaf)
            ? [.. structure.Keys.Order(StringComparer.Ordinal).Select(key => Spec(structure[key].Value, key))]
            : null;
    }

    /// <summary>Refuses null for an input that is not optional.</summary>
    public static void CheckOptional(Function graph, Nested<Tensor> inputs, string model)
    {
        var structure = graph.InputStructure;
        var given = !structure.IsDictionary || !inputs.IsDictionary ? inputs.Flatten()
            : structure.Keys.Order(StringComparer.Ordinal).Where(key => inputs.TryGet(key, out _))
                .SelectMany(key => inputs[key].Flatten());
        foreach (var (tensor, input) in given.Zip(graph.Inputs))
        {
            if (tensor is null && input.History?.Operation is not InputLayer { Optional: true })
            {
                throw new ArgumentException(
                    $"The input '{input.Name}' of {model} is not optional, but null was passed. Give it a tensor, or " +
                    "make it optional: Keras.Input(..., optional: true).");
            }
        }
    }

    public static Nested<Tensor> Run(Function graph, Nested<Tensor> inputs, Nested<Tensor>? mask)
    {
        var tensors = FunctionalInputs.Standardize(graph, inputs);
        var masks = mask?.Flatten();
        for (var i = 0; i < tensors.Length && tensors.Length == masks?.Count; i++)
        {
            if (tensors[i] is { } tensor && masks[i] is { } given)
            {
                tensor.KerasMask = given;
            }
        }

        var outputs = graph.OutputStructure.Pack(graph.Replay(tensors));
        return outputs is { IsList: true, Count: 1 } ? outputs[0] : outputs;
    }

    /// <summary>Whether a tensor is what an InputLayer gives.</summary>
    public static bool IsInput(Tensor tensor) =>
        tensor is KerasTensor { History: { Operation: InputLayer, NodeIndex: 0 } };

    private static InputSpec Spec(Tensor input, string name) => new(
        shape: input.Rank > 0 ? input.Shape.With(0, null) : input.Shape,
        allowLastAxisSqueeze: true,
        name: name,
        optional: ((KerasTensor)input).History?.Operation is InputLayer { Optional: true });

    private static void WarnOfOtherKeys(Nested<Tensor> inputs)
    {
        foreach (var key in inputs.Keys)
        {
            if (inputs[key] is { IsLeaf: true, Value: KerasTensor input } && input.Name != key)
            {
                Warnings.Emit(
                    "When providing `inputs` as a dict, all keys in the dict must match the names of the " +
                    $"corresponding tensors. Received key '{key}' mapping to value {input} which has name " +
                    $"'{input.Name}'. Change the tensor name to '{key}' (via `Input(..., name: \"{key}\")`).");
            }
        }
    }
}
