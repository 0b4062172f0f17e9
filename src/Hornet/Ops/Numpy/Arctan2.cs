using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The angle, in radians, of the point (x2, x1): in [−π, π].</summary>
    /// <param name="x1">Any tensor of real numbers; integers become floats.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var angle = Ops.Arctan2(1f, -1f); // 2.3562</code></example>
    public static Tensor Arctan2(Tensor x1, Tensor x2) => new Arctan2Op().Apply(x1, x2);

    private sealed record Arctan2Op : FloatingElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::atan2"u8, default, x, y);

        // d atan2(y, x) = (x dy − y dx) / (x² + y²)
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (y, x) = (saved.Input(0), saved.Input(1));
            var scaled = g / (Square(x) + Square(y));
            return (scaled * x, -scaled * y);
        }
    }
}
