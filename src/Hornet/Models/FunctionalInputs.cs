using Hornet.Layers;

namespace Hornet;

/// <summary>Brings what a graph is called with to its inputs' structure, dtypes and ranks.</summary>
internal static class FunctionalInputs
{
    /// <summary>Finds the inputs in a dictionary that is given where none is expected, by their names.</summary>
    /// <remarks>
    /// A name is the input layer's or its tensor's, which differ where the caller named neither. Keras asks for both.
    /// </remarks>
    public static Nested<Tensor> ByName(Function graph, Nested<Tensor> inputs)
    {
        var expected = graph.InputStructure;
        if (!inputs.IsDictionary || expected.IsDictionary || !(expected.IsLeaf || expected.All(part => part.IsLeaf)))
        {
            return inputs;
        }

        WarnUnless(!expected.IsLeaf, expected, inputs);
        return expected.Select(input => Named((KerasTensor)input));

        Tensor Named(KerasTensor input)
        {
            var layer = input.History!.Value.Operation.Name;
            return (inputs.TryGet(layer, out var part) || inputs.TryGet(input.Name, out part)) && part.IsLeaf
                ? part.Value
                : throw InputCheck.Missing(
                    layer, inputs.Keys, graph.Inputs.Select(each => each.History!.Value.Operation.Name));
        }
    }

    public static Tensor[] Standardize(Function graph, Nested<Tensor> inputs)
    {
        inputs = Arrange(graph.InputStructure, inputs);
        var flat = inputs.Flatten();
        if (flat.Count < graph.Inputs.Count)
        {
            throw new ArgumentException(Mismatch(graph.InputStructure, inputs));
        }

        return [.. graph.Inputs.Select((input, i) => flat[i] is { } tensor ? Adjust(graph, tensor, input) : null!)];
    }

    // Extra keys are dropped.
    private static Nested<Tensor> Arrange(Nested<Tensor> expected, Nested<Tensor> inputs)
    {
        if (expected is { IsList: true, Count: 1 } && inputs.IsLeaf)
        {
            return inputs.Value;
        }

        if (expected.IsDictionary && inputs.IsDictionary && expected.Keys.All(key => inputs.TryGet(key, out _)))
        {
            WarnUnless(inputs.Count == expected.Count, expected, inputs);
            return Nested.Dictionary(expected.Keys.Select(key => KeyValuePair.Create(key, inputs[key])));
        }

        if (expected.IsDictionary && !inputs.IsDictionary && !IsSorted(expected.Keys))
        {
            throw new ArgumentException(Mismatch(expected, inputs));
        }

        WarnUnless(inputs.HasStructureOf(expected), expected, inputs);
        return inputs;
    }

    private static Tensor Adjust(Function graph, Tensor tensor, KerasTensor input)
    {
        var cast = Ops.Cast(tensor, input.DType);
        var adjusted =
            cast.Rank == input.Rank ? cast
            : cast.Rank == input.Rank + 1 && cast.Shape[cast.Rank - 1] == 1 ? Ops.Squeeze(cast, axis: -1)
            : cast.Rank == input.Rank - 1 && input.Shape[input.Rank - 1] == 1 ? Ops.ExpandDims(cast, axis: -1)
            : throw new ArgumentException(
                $"Invalid input shape for input {tensor.Spec} with name '{input.Name}' and path " +
                $"'{Function.Paths(graph.InputStructure).First(place => place.Value == input).Path}'. " +
                $"Expected shape {input.Shape}, but input has incompatible shape {tensor.Shape}");
        if (tensor.KerasMask is not null && adjusted != tensor)
        {
            adjusted.KerasMask = tensor.KerasMask;
        }

        return adjusted;
    }

    private static void WarnUnless(bool matches, Nested<Tensor> expected, Nested<Tensor> inputs)
    {
        if (!matches)
        {
            Warnings.Emit(Mismatch(expected, inputs));
        }
    }

    private static string Mismatch(Nested<Tensor> expected, Nested<Tensor> inputs) =>
        "The structure of `inputs` doesn't match the expected structure.\n" +
        $"Expected: {expected.Select(input => ((KerasTensor)input).Name)}\n" +
        $"Received: inputs={inputs.Select(input => input is null ? "null" : $"Tensor(shape={input.Shape})")}";

    private static bool IsSorted(IReadOnlyList<string> keys) => keys.SequenceEqual(keys.Order(StringComparer.Ordinal));
}
