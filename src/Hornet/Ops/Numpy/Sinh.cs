using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The hyperbolic sine of each element.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Sinh(x);</code></example>
    public static Tensor Sinh(Tensor x) => new SinhOp().Apply(x);

    private sealed record SinhOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::sinh"u8, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * Cosh(saved.Input(0));
    }
}
