namespace Hornet;

/// <summary>Frees, at its end, the eager tensors made on this thread since its beginning.</summary>
/// <remarks>A ref struct, so that the compiler forbids what would go wrong: a scope that crosses an await.</remarks>
/// <example><code>
/// using var scope = new TensorScope();
/// return TensorScope.Keep(Ops.Softmax(x * 2.0)); // the product is freed here, the result is not
/// </code></example>
public readonly ref struct TensorScope : IDisposable
{
    [ThreadStatic]
    private static List<EagerTensor>? t_tensors;

    [ThreadStatic]
    private static int t_depth;

    private readonly int _start;
    private readonly bool _isOpen; // default(TensorScope) is none

    /// <summary>Begins a scope on this thread.</summary>
    public TensorScope()
    {
        t_tensors ??= [];
        t_depth++;
        _start = t_tensors.Count;
        _isOpen = true;
    }

    /// <summary>Hands a tensor to the enclosing scope or, where there is none, to its finalizer.</summary>
    public static T Keep<T>(T tensor)
        where T : Tensor
    {
        if (tensor is EagerTensor eager)
        {
            eager.IsKept = true;
        }

        return tensor;
    }

    /// <summary>Frees what was made in the scope and not kept.</summary>
    public void Dispose()
    {
        if (!_isOpen)
        {
            return;
        }

        t_depth--;
        var tensors = t_tensors!;
        var end = _start;
        for (var i = _start; i < tensors.Count; i++)
        {
            var tensor = tensors[i];
            if (!tensor.IsKept)
            {
                tensor.Dispose();
            }
            else if (t_depth > 0)
            {
                tensor.IsKept = false;
                tensors[end++] = tensor;
            }
        }

        tensors.RemoveRange(end, tensors.Count - end);
    }

    internal static void Register(EagerTensor tensor)
    {
        if (t_depth > 0)
        {
            t_tensors!.Add(tensor);
        }
    }
}
