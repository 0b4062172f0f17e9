using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The hyperbolic cosine of each element.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Cosh(x);</code></example>
    public static Tensor Cosh(Tensor x) => new CoshOp().Apply(x);

    private sealed record CoshOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::cosh"u8, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * Sinh(saved.Input(0));
    }
}
