namespace Hornet;

/// <summary>
/// A graph that begins at intermediate tensors: the same operations, called once more from new inputs.
/// </summary>
internal static class GraphClone
{
    public static (Nested<Tensor> Inputs, Nested<Tensor> Outputs) Make(Nested<Tensor> inputs, Nested<Tensor> outputs)
    {
        var clones = new Dictionary<KerasTensor, KerasTensor>();
        foreach (var input in inputs.Flatten().Cast<KerasTensor>())
        {
            clones[input] = FunctionalGraph.IsInput(input) ? input : NewInput(input);
        }

        var map = new GraphMap(
            [.. inputs.Flatten().Cast<KerasTensor>()], [.. outputs.Flatten().Cast<KerasTensor>()]);
        foreach (var node in map.Levels.SelectMany(level => level).Where(node => !node.IsInput))
        {
            Repeat(node, clones);
        }

        return (inputs.Select(Clone), outputs.Select(Clone));

        Tensor Clone(Tensor tensor) => clones.GetValueOrDefault((KerasTensor)tensor, (KerasTensor)tensor);
    }

    private static KerasTensor NewInput(KerasTensor tensor) =>
        Keras.Input(batchShape: tensor.Shape, dtype: tensor.DType, name: $"{tensor.Name}CLONE");

    private static void Repeat(Node node, Dictionary<KerasTensor, KerasTensor> clones)
    {
        var arguments = node.Arguments.Select(
            tensor => tensor is KerasTensor input ? clones.GetValueOrDefault(input, input) : tensor);
        var outputs = node.Operation.AddNode(arguments, [.. node.OutputTensors.Select(output => output.Spec)]);
        for (var i = 0; i < outputs.Length; i++)
        {
            clones[node.OutputTensors[i]] = outputs[i];
        }
    }
}
