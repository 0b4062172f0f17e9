using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether an element is a number and not infinite.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <example><code>var z = Ops.Isfinite(x);</code></example>
    public static Tensor Isfinite(Tensor x) => new IsfiniteOp().Apply(x);

    private sealed record IsfiniteOp : PredicateOp
    {
        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::isfinite"u8, x);
    }
}
