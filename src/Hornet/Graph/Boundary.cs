namespace Hornet;

/// <summary>The one door of every operation.</summary>
/// <remarks>
/// Of symbolic tensors an operation adds a node to the graph. Its shapes are found by tracing the very call into a
/// program that is thrown away, so inner operations add no nodes, and no shape rule is written twice. Of other tensors
/// it is called.
/// </remarks>
internal static class Boundary
{
    public static Tensor[] Enter(Op op, ReadOnlySpan<Tensor> inputs)
    {
        foreach (var input in inputs)
        {
            if (input is null)
            {
                throw Missing(op, inputs);
            }

            if (input is KerasTensor)
            {
                return new OpOperation(op).Connect(inputs.ToArray());
            }
        }

        return op.Call(inputs);
    }

    /// <summary>Whether any of the tensors is symbolic: then a call adds a node.</summary>
    public static bool IsSymbolic(CallArguments arguments)
    {
        foreach (var tensor in arguments.Tensors)
        {
            if (tensor is KerasTensor)
            {
                return true;
            }
        }

        return false;
    }

    private static ArgumentNullException Missing(Op op, ReadOnlySpan<Tensor> inputs)
    {
        var given = string.Join(", ", inputs.ToArray().Select(input => input is null ? "null" : $"{input.Spec}"));
        return new ArgumentNullException(
            nameof(inputs), $"{op.ClassName} takes tensors, none of which may be left out. Received: {given}.");
    }
}
