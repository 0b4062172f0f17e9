using Hornet.Programs;

namespace Hornet;

/// <summary>What a node of a graph refers to: a layer, or one use of an op. Has a name and an identity.</summary>
public abstract class Operation
{
    private readonly List<Node> _inboundNodes = [];
    private readonly List<Node> _outboundNodes = [];

    private protected Operation(string? name, string? className = null)
    {
        ClassName = className ?? DefaultClassName;
        Name = name is null ? Names.Unique(ClassName) : Valid(name);
    }

    /// <summary>The name, unique in a model.</summary>
    public string Name { get; private protected set; }

    /// <summary>The symbolic calls of this operation, in order.</summary>
    public IReadOnlyList<Node> InboundNodes => _inboundNodes;

    /// <summary>The symbolic calls that use a result of this operation.</summary>
    public IReadOnlyList<Node> OutboundNodes => _outboundNodes;

    /// <summary>The inputs of the first symbolic call.</summary>
    /// <exception cref="InvalidOperationException">There was none.</exception>
    public virtual Nested<Tensor> Input => FirstNode("input").Arguments.Inputs;

    /// <summary>The result of the first symbolic call.</summary>
    /// <exception cref="InvalidOperationException">There was none, or it has several results.</exception>
    public virtual KerasTensor Output => FirstNode("output").OutputTensors is [var output] ? output
        : throw new InvalidOperationException(
            $"{this} has several outputs. Read them from InboundNodes[0].OutputTensors.");

    /// <summary>Keras's name of the class, as <c>Summary</c> and saved files have it.</summary>
    internal string ClassName { get; }

    private protected virtual string DefaultClassName => GetType().Name;

    /// <summary>Keras's text: <c>&lt;Dense name=dense&gt;</c>.</summary>
    public override string ToString() => $"<{ClassName} name={Name}>";

    /// <summary>Applies this operation again, to other tensors: how a graph is replayed.</summary>
    internal abstract Nested<Tensor> Reapply(CallArguments arguments);

    internal KerasTensor[] AddNode(CallArguments arguments, ReadOnlySpan<TensorSpec> specs, string? outputName = null)
    {
        var outputs = new KerasTensor[specs.Length];
        for (var i = 0; i < specs.Length; i++)
        {
            outputs[i] = new KerasTensor(specs[i], outputName, new KerasHistory(this, _inboundNodes.Count, i));
        }

        AddNode(arguments, outputs);
        return outputs;
    }

    internal void AddNode(CallArguments arguments, IReadOnlyList<KerasTensor> outputs)
    {
        var node = new Node(this, arguments, outputs);
        _inboundNodes.Add(node);
        foreach (var input in node.InputTensors)
        {
            input.History?.Operation._outboundNodes.Add(node);
        }
    }

    private Node FirstNode(string what) => _inboundNodes.Count > 0
        ? _inboundNodes[0]
        : throw new InvalidOperationException(
            $"The layer {Name} has never been called and thus has no defined {what}. " +
            "Apply it to a symbolic tensor (Keras.Input) first.");

    private static string Valid(string name) => name.Contains('/', StringComparison.Ordinal)
        ? throw new ArgumentException(
            $"Expected a name without the character '/', which separates the parts of a path. Received: '{name}'.")
        : name;
}

/// <summary>One symbolic call of an operation.</summary>
public sealed class Node
{
    internal Node(Operation operation, CallArguments arguments, IReadOnlyList<KerasTensor> outputs)
    {
        (Operation, Arguments, OutputTensors) = (operation, arguments, outputs);
        InputTensors = [.. arguments.Tensors.OfType<KerasTensor>()];
    }

    /// <summary>What was called.</summary>
    public Operation Operation { get; }

    /// <summary>What it was called with: symbolic tensors and constants.</summary>
    public CallArguments Arguments { get; }

    /// <summary>The symbolic tensors among the arguments.</summary>
    public IReadOnlyList<KerasTensor> InputTensors { get; }

    /// <summary>The results.</summary>
    public IReadOnlyList<KerasTensor> OutputTensors { get; }

    /// <summary>Whether a graph begins here.</summary>
    public bool IsInput => InputTensors.Count == 0;

    /// <summary>The calls whose results this one takes.</summary>
    public IEnumerable<Node> ParentNodes =>
        InputTensors.Where(input => input.History is not null).Select(input => input.History!.Value.Node);
}

/// <summary>Where a symbolic tensor came from.</summary>
/// <param name="Operation">What made it.</param>
/// <param name="NodeIndex">In which of its symbolic calls.</param>
/// <param name="TensorIndex">As which of that call's results.</param>
public readonly record struct KerasHistory(Operation Operation, int NodeIndex, int TensorIndex)
{
    internal Node Node => Operation.InboundNodes[NodeIndex];
}

/// <summary>One use of an op in a graph.</summary>
internal sealed class OpOperation(Op op, string? name = null) : Operation(name, op.ClassName)
{
    public Op Op { get; } = op;

    /// <summary>Adds a node of this op, whose shapes a trace of the call finds.</summary>
    public KerasTensor[] Connect(Tensor[] inputs)
    {
        var specs = Trace.Infer(
            inputs, arguments => Array.ConvertAll(Op.Call(arguments), output => output.Spec));
        var items = Array.ConvertAll(inputs, input => new Nested<Tensor>(input));
        return AddNode(new CallArguments(new Nested<Tensor>(items)), specs);
    }

    internal override Nested<Tensor> Reapply(CallArguments arguments)
    {
        var results = Boundary.Enter(Op, arguments.Inputs.Flatten().ToArray());
        return results is [var result] ? Nested.Leaf(result) : results; // not an array as a tensor
    }
}
