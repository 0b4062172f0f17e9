using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The greatest whole number at or below each element.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <example><code>var y = Ops.Floor(x);</code></example>
    public static Tensor Floor(Tensor x) => new FloorOp().Apply(x);

    private sealed record FloorOp : FloatingOp
    {
        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::floor"u8, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null; // constant almost everywhere
    }
}
