using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The greatest whole number at or below each element.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Floor(new[] { 1.2f, -1.2f }); // 1, -2</code></example>
    public static Tensor Floor(Tensor x) => new FloorOp().Apply(x);

    private sealed record FloorOp : FloatingOp
    {
        protected override Kinds Accepts => Kinds.Floating;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::floor"u8, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => null; // constant almost everywhere
    }
}
