using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether something is a tensor that computes: not a symbolic one, not an array.</summary>
    /// <param name="x">Anything.</param>
    /// <example><code>var yes = Ops.IsTensor(x);</code></example>
    public static bool IsTensor(object? x) => x is EagerTensor or TracedTensor;

    /// <summary>The element type.</summary>
    /// <param name="x">Any tensor.</param>
    /// <example><code>var dtype = Ops.Dtype(x); // DType.Float32</code></example>
    public static DType Dtype(Tensor x)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.DType;
    }
}
