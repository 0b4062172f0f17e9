namespace Hornet.Layers;

/// <summary>Cells of any kind, step by step, with their states in one flat list.</summary>
internal static class CellSteps
{
    /// <summary>The cell that a layer is.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static IRNNCell Of(Layer cell) => cell as IRNNCell ?? throw new ArgumentException(
        $"Expected a cell: a layer that says the sizes of its states (IRNNCell), such as LSTMCell. Received: {cell}.");

    /// <summary>What a cell does with an input and its states; in training with the same drops at all steps.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="x">The input of the first step, of which the shape counts.</param>
    /// <param name="states">The states before it.</param>
    /// <param name="training">Whether this is training.</param>
    public static Func<Tensor, Tensor[], (Tensor Output, Tensor[] States)> Make(
        Layer cell, Tensor x, Tensor[] states, bool training)
    {
        switch (cell)
        {
            case BaseRNNCell own:
                var drops = own.Dropout > 0 || own.RecurrentDropout > 0 ? own.Drops(x, states[0]) : default;
                drops = training ? drops : default; // drawn in any case, as Keras does
                return (input, before) => own.Step(input, before, drops);
            case StackedRNNCells stack:
                return Stack(stack, x, states, training);
            default:
                return (input, before) => Apply(cell, input, before, training);
        }
    }

    /// <summary>States in the structure in which a cell of a recurrent layer has them.</summary>
    public static Nested<Tensor> Structured(Layer cell, ReadOnlySpan<Tensor> states)
    {
        switch (cell)
        {
            case BaseRNNCell:
                return states.ToArray(); // a single one too
            case StackedRNNCells { Cells: [var only] }:
                return Structured(only, states);
            case StackedRNNCells stack:
                var parts = new List<Nested<Tensor>>();
                foreach (var part in stack.Cells)
                {
                    var count = Count(part);
                    parts.Add(Structured(part, states[..count]));
                    states = states[count..];
                }

                return Nested.List<Tensor>([.. parts]);
            default:
                return Of(cell).StateSize.Pack<Tensor>(states.ToArray());
        }
    }

    /// <summary>How many states a cell has.</summary>
    public static int Count(Layer cell) => Of(cell).StateSize.Flatten().Count;

    private static Func<Tensor, Tensor[], (Tensor Output, Tensor[] States)> Stack(
        StackedRNNCells stack, Tensor x, Tensor[] states, bool training)
    {
        var steps = new List<(Func<Tensor, Tensor[], (Tensor Output, Tensor[] States)> Step, int First, int Count)>();
        var (first, like) = (0, x);
        foreach (var cell in stack.Cells)
        {
            var count = Count(cell);
            var own = states[first..(first + count)];
            steps.Add((Make(cell, like, own, training), first, count));
            (first, like) = (first + count, own[0]); // a cell's first state has the shape of its output
        }

        return (input, before) =>
        {
            var next = new List<Tensor>();
            foreach (var (step, start, count) in steps)
            {
                (input, var own) = step(input, before[start..(start + count)]);
                next.AddRange(own);
            }

            return (input, [.. next]);
        };
    }

    private static (Tensor Output, Tensor[] States) Apply(Layer cell, Tensor x, Tensor[] states, bool training)
    {
        var named = new Dictionary<string, Nested<Tensor>> { ["states"] = Of(cell).StateSize.Pack<Tensor>(states) };
        var result = cell.ApplyMany(new CallArguments(x, named, training));
        return result is { IsList: true, Count: 2 } && result[0].IsLeaf && result[1].Flatten() is var next
            && next.Count == states.Length
            ? (result[0].Value, [.. next])
            : throw new ArgumentException(
                $"{cell.ClassName} '{cell.Name}': expected a cell to give its output and {states.Length} states. "
                + $"Received: {result}.");
    }
}
