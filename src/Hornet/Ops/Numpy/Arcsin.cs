using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The angle, in radians, whose sine each element is.</summary>
    /// <param name="x">Any tensor of numbers, real ones within [-1, 1].</param>
    /// <example><code>var z = Ops.Arcsin(x);</code></example>
    public static Tensor Arcsin(Tensor x) => new ArcsinOp().Apply(x);

    private sealed record ArcsinOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::asin"u8, x);

        // dx = g / √(1 − x²)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g * Rsqrt(1 - Square(saved.Input(0)));
    }
}
