using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The length of the longest side of a right triangle: <c>√(x1² + x2²)</c> without overflow.</summary>
    /// <param name="x1">Any tensor of real numbers; integers become floats.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Hypot(3, 4); // 5</code></example>
    public static Tensor Hypot(Tensor x1, Tensor x2) => new HypotOp().Apply(x1, x2);

    private sealed record HypotOp : FloatingElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override Kinds Accepts => Kinds.AnyFloat;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::hypot"u8, default, x, y);

        // d√(x² + y²) = (x dx + y dy) / √(x² + y²)
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var length = saved.Output + Cast(Equal(saved.Output, 0), g.DType); // 0 / 0 is to be 0
            return (g * saved.Input(0) / length, g * saved.Input(1) / length);
        }
    }
}
