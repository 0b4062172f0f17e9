namespace Hornet;

/// <summary>The part of a graph between inputs and outputs, which can be replayed on other tensors.</summary>
/// <example><code>
/// var a = new KerasTensor([null, 3]);
/// var b = new KerasTensor([null, 3]);
/// var function = new Function([a, b], Ops.Sigmoid(a + b));
/// </code></example>
public sealed class Function : Operation
{
    private readonly GraphMap _map;

    /// <summary>Finds the operations that compute the outputs from the inputs.</summary>
    /// <param name="inputs">Symbolic tensors: one, a list or a dictionary.</param>
    /// <param name="outputs">Symbolic tensors that can be computed from the inputs alone.</param>
    /// <param name="name">The name; made up where null.</param>
    /// <exception cref="ArgumentException">An output does not depend on the inputs alone.</exception>
    public Function(Nested<Tensor> inputs, Nested<Tensor> outputs, string? name = null)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(outputs);
        (InputStructure, OutputStructure) = (inputs, outputs);
        Inputs = Symbolic(inputs, nameof(inputs));
        Outputs = Symbolic(outputs, nameof(outputs));
        _map = new GraphMap(Inputs, Outputs);
        CheckConnected();
    }

    /// <summary>The inputs, in the structure in which they were given.</summary>
    public Nested<Tensor> InputStructure { get; }

    /// <summary>The outputs, in the structure in which they were given.</summary>
    public Nested<Tensor> OutputStructure { get; }

    /// <summary>The inputs, flat.</summary>
    public IReadOnlyList<KerasTensor> Inputs { get; }

    /// <summary>The outputs, flat.</summary>
    public IReadOnlyList<KerasTensor> Outputs { get; }

    /// <summary>The operations from the inputs to the outputs.</summary>
    public IReadOnlyList<Operation> Operations => _map.Operations;

    /// <summary>The nodes of each depth, from the inputs to the outputs.</summary>
    internal IReadOnlyList<Node[]> Levels => _map.Levels;

    /// <summary>Replays the graph on other tensors, of the structure and the shapes that it was made with.</summary>
    /// <exception cref="ArgumentException">The structure or a shape is another.</exception>
    public Nested<Tensor> Apply(Nested<Tensor> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        CheckInputs(inputs);
        return OutputStructure.Pack(Replay(inputs.Flatten()));
    }

    internal bool Contains(Node node) => _map.Contains(node);

    /// <summary>Replays the graph without a look at the shapes.</summary>
    internal Tensor[] Replay(IReadOnlyList<Tensor> inputs)
    {
        var values = new Dictionary<KerasTensor, Tensor>();
        for (var i = 0; i < inputs.Count; i++)
        {
            values[Inputs[i]] = inputs[i];
        }

        foreach (var node in _map.Levels.SelectMany(level => level))
        {
            if (!node.IsInput && node.InputTensors.All(values.ContainsKey))
            {
                Run(node, values);
            }
        }

        return [.. Outputs.Select(output => values[output])];
    }

    internal override Nested<Tensor> Reapply(CallArguments arguments) => Apply(arguments.Inputs);

    private static void Run(Node node, Dictionary<KerasTensor, Tensor> values)
    {
        var arguments = node.Arguments.Select(tensor => tensor is KerasTensor input ? values[input] : tensor);
        var results = node.Operation.Reapply(arguments).Flatten();
        for (var i = 0; i < results.Count; i++)
        {
            values[node.OutputTensors[i]] = results[i];
        }
    }

    private static KerasTensor[] Symbolic(Nested<Tensor> tensors, string what)
    {
        var flat = tensors.Flatten();
        return flat.Count == 0
            ? throw new ArgumentException($"Expected at least one tensor in {what}. Received: none.", what)
            : [.. flat.Select(tensor => tensor as KerasTensor ?? throw new ArgumentException(
                $"All {what} values must be KerasTensors, which begin with Keras.Input. Received: {tensors}, with " +
                $"the invalid value {(object?)tensor ?? "null"}.", what))];
    }

    private void CheckConnected()
    {
        var known = Inputs.ToHashSet();
        foreach (var node in _map.Levels.SelectMany(level =>
            level).Where(node => node.InputTensors.All(known.Contains)))
        {
            if (!node.IsInput)
            {
                known.UnionWith(node.OutputTensors);
            }
        }

        foreach (var (path, output) in Paths(OutputStructure))
        {
            if (!known.Contains((KerasTensor)output))
            {
                throw new ArgumentException(
                    $"Output with path '{path}' is not connected to the inputs: {output} depends on a tensor that " +
                    "is not among them. Add that tensor to the inputs.");
            }
        }
    }

    private void CheckInputs(Nested<Tensor> inputs)
    {
        if (!inputs.HasStructureOf(InputStructure))
        {
            throw new ArgumentException(
                $"Function was called with an invalid input structure. Expected: {InputStructure}. Received: {inputs}.",
                nameof(inputs));
        }

        var flat = inputs.Flatten();
        for (var i = 0; i < flat.Count; i++)
        {
            if (flat[i] is not { } tensor || !Shape.Agree(tensor.Shape, Inputs[i].Shape))
            {
                throw new ShapeException(
                    $"Function '{Name}'", $"shape {Inputs[i].Shape} for input '{Inputs[i].Name}'",
                    $"{flat[i]?.Shape.ToString() ?? "null"}");
            }
        }
    }

    /// <summary>Each value with its place in a structure: <c>y.0</c>.</summary>
    internal static IEnumerable<(string Path, Tensor Value)> Paths(Nested<Tensor> tensors, string path = "")
    {
        if (tensors.IsLeaf)
        {
            return [(path, tensors.Value)];
        }

        var dot = path.Length == 0 ? string.Empty : ".";
        return tensors.IsDictionary
            ? tensors.Keys.SelectMany(key => Paths(tensors[key], $"{path}{dot}{key}"))
            : tensors.SelectMany((part, i) => Paths(part, $"{path}{dot}{i}"));
    }
}
