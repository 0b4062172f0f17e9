using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The inverse of the hyperbolic tangent of each element.</summary>
    /// <param name="x">Any tensor of numbers, real ones within [-1, 1].</param>
    /// <example><code>var z = Ops.Arctanh(x);</code></example>
    public static Tensor Arctanh(Tensor x) => new ArctanhOp().Apply(x);

    private sealed record ArctanhOp : FloatingOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::atanh"u8, x);

        // dx = g / (1 − x²)
        protected override Tensor? Vjp(Tensor g, Residuals saved) => g / (1 - Square(saved.Input(0)));
    }
}
