using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The inverse of the hyperbolic sine of each element.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var z = Ops.Arcsinh(x);</code></example>
    public static Tensor Arcsinh(Tensor x) => new ArcsinhOp().Apply(x);

    private sealed record ArcsinhOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::asinh"u8, x);

        // dx = g / √(x² + 1)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * Rsqrt(Square(saved.Input(0)) + 1);
    }
}
