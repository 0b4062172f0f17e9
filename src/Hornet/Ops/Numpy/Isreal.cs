using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether an element has no imaginary part.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <example><code>var z = Ops.Isreal(x);</code></example>
    public static Tensor Isreal(Tensor x) => new IsrealOp().Apply(x);

    private sealed record IsrealOp : PredicateOp
    {
        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::isreal"u8, x);
    }
}
