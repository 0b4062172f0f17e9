using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The smallest whole number at or above each element.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Ceil(new[] { 1.2f, -1.2f }); // 2, -1</code></example>
    public static Tensor Ceil(Tensor x) => new CeilOp().Apply(x);

    private sealed record CeilOp : FloatingOp
    {
        protected override Kinds Accepts => Kinds.Floating;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::ceil"u8, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null; // constant almost everywhere
    }
}
