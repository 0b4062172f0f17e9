using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The next number after x1 towards x2 that the dtype has.</summary>
    /// <param name="x1">Any tensor of real numbers; integers become floats.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Nextafter(1f, 2f); // 1.0000001</code></example>
    public static Tensor Nextafter(Tensor x1, Tensor x2) => new NextafterOp().Apply(x1, x2);

    private sealed record NextafterOp : FloatingElementwiseOp
    {
        protected override Kinds Accepts => Kinds.AnyFloat;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::nextafter"u8, default, x, y);

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (null, null);
    }
}
