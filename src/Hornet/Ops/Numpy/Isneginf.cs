using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether an element is minus infinity.</summary>
    /// <param name="x">Any tensor of real numbers.</param>
    /// <example><code>var z = Ops.Isneginf(x);</code></example>
    public static Tensor Isneginf(Tensor x) => new IsneginfOp().Apply(x);

    private sealed record IsneginfOp : PredicateOp
    {
        protected override Kinds Accepts => Kinds.Real;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::isneginf"u8, x);
    }
}
