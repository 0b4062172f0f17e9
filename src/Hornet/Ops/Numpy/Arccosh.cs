using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The inverse of the hyperbolic cosine of each element.</summary>
    /// <param name="x">Any tensor of numbers, real ones of 1 or more.</param>
    /// <example><code>var z = Ops.Arccosh(new float[] { 1, 2 });</code></example>
    public static Tensor Arccosh(Tensor x) => new ArccoshOp().Apply(x);

    private sealed record ArccoshOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::acosh"u8, x);

        // dx = g / √(x² − 1)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * Rsqrt(Square(saved.Input(0)) - 1);
    }
}
