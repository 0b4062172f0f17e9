namespace Hornet;

/// <summary>The nodes and operations between the inputs and outputs of a graph, by their depth.</summary>
/// <remarks>
/// The depth of a node is its greatest distance from an output. Operations are ordered by depth, then by the order in
/// which a search from the outputs meets them: Keras's order, which summaries and saved files show.
/// </remarks>
internal sealed class GraphMap
{
    private readonly HashSet<KerasTensor> _inputs;
    private readonly List<Node> _sorted = []; // producers before consumers
    private readonly Dictionary<Operation, int> _meetings = [];
    private readonly Dictionary<Node, int> _depths = [];
    private readonly Dictionary<Operation, int> _operationDepths = [];

    public GraphMap(IReadOnlyList<KerasTensor> inputs, IReadOnlyList<KerasTensor> outputs)
    {
        _inputs = [.. inputs];
        Sort(outputs);
        MeasureDepths();
        AddUnusedInputs(inputs);
        Levels = [.. _depths.GroupBy(pair => pair.Value, pair => pair.Key)
            .OrderByDescending(level => level.Key).Select(level => level.ToArray())];
        Operations = [.. _operationDepths.GroupBy(pair => pair.Value, pair => pair.Key)
            .OrderByDescending(level => level.Key)
            .SelectMany(level => level.OrderBy(operation => _meetings[operation]))];
        CheckNames();
    }

    /// <summary>The nodes of each depth, from the inputs to the outputs.</summary>
    public IReadOnlyList<Node[]> Levels { get; }

    /// <summary>The operations, from the inputs to the outputs.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Whether a node is part of this graph.</summary>
    public bool Contains(Node node) => _depths.ContainsKey(node);

    // Depth first; with a stack of its own, since a graph may be thousands of nodes deep.
    private void Sort(IReadOnlyList<KerasTensor> outputs)
    {
        var seen = new HashSet<Node>();
        foreach (var output in outputs)
        {
            var pending = new Stack<(Node Node, IEnumerator<KerasTensor> Inputs)>();
            Push(output, seen, pending);
            while (pending.TryPeek(out var top))
            {
                if (top.Inputs.MoveNext())
                {
                    Push(top.Inputs.Current, seen, pending);
                }
                else
                {
                    _sorted.Add(pending.Pop().Node);
                }
            }
        }
    }

    private void Push(KerasTensor tensor, HashSet<Node> seen, Stack<(Node, IEnumerator<KerasTensor>)> pending)
    {
        if (tensor.History is not { } history || !seen.Add(history.Node))
        {
            return;
        }

        // What made an input is outside of the graph, but where a graph begins is in it.
        if (history.Node.IsInput || !_inputs.Contains(tensor))
        {
            _meetings.TryAdd(history.Operation, _meetings.Count);
            pending.Push((history.Node, history.Node.InputTensors.GetEnumerator()));
        }
    }

    private void MeasureDepths()
    {
        var nodes = _sorted.ToHashSet();
        foreach (var node in Enumerable.Reverse(_sorted))
        {
            // An operation used at several depths counts as deep as its deepest use.
            var depth = Math.Max(
                _depths.GetValueOrDefault(node), _operationDepths.GetValueOrDefault(node.Operation));
            _operationDepths[node.Operation] = depth;
            _depths[node] = depth;
            foreach (var parent in node.ParentNodes.Where(nodes.Contains))
            {
                _depths[parent] = Math.Max(depth + 1, _depths.GetValueOrDefault(parent));
            }
        }
    }

    // They must still be fed: a loss or a metric may use them.
    private void AddUnusedInputs(IReadOnlyList<KerasTensor> inputs)
    {
        foreach (var input in inputs)
        {
            if (input.History is { Node.IsInput: true } history && _operationDepths.TryAdd(history.Operation, 0))
            {
                _meetings[history.Operation] = -1;
                _depths[history.Node] = 0;
            }
        }
    }

    private void CheckNames()
    {
        if (Operations.GroupBy(operation => operation.Name).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            throw new ArgumentException(
                $"The name \"{same.Key}\" is used {same.Count()} times in the model. All operation names should be " +
                "unique: give one of them another with its argument name.");
        }
    }
}
