using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether an element is plus infinity.</summary>
    /// <param name="x">Any tensor of real numbers.</param>
    /// <example><code>var z = Ops.Isposinf(x);</code></example>
    public static Tensor Isposinf(Tensor x) => new IsposinfOp().Apply(x);

    private sealed record IsposinfOp : PredicateOp
    {
        protected override Kinds Accepts => Kinds.Real;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::isposinf"u8, x);
    }
}
