using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether an element is not a number.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <example><code>var z = Ops.Isnan(x);</code></example>
    public static Tensor Isnan(Tensor x) => new IsnanOp().Apply(x);

    private sealed record IsnanOp : PredicateOp
    {
        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::isnan"u8, x);
    }
}
