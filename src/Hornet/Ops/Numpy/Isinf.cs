using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether an element is infinite, of either sign.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <example><code>var z = Ops.Isinf(x);</code></example>
    public static Tensor Isinf(Tensor x) => new IsinfOp().Apply(x);

    private sealed record IsinfOp : PredicateOp
    {
        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::isinf"u8, x);
    }
}
