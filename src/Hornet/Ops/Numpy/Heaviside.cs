using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The step function: 0 below 0, 1 above it, and x2 where x1 is 0.</summary>
    /// <param name="x1">Any tensor of real numbers; integers become floats.</param>
    /// <param name="x2">The values at the step: a tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Heaviside(new float[] { -2, 0, 3 }, 0.5); // 0, 0.5, 1</code></example>
    public static Tensor Heaviside(Tensor x1, Tensor x2) => new HeavisideOp().Apply(x1, x2);

    private sealed record HeavisideOp : FloatingElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Kinds Accepts => Kinds.AnyFloat;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y)
        {
            // libtorch says 0 of what is not a number.
            using var step = Kernels.Call("aten::heaviside"u8, default, x, y);
            using var isNumber = Kernels.Call("aten::eq"u8, "Tensor"u8, x, x);
            return Aten.Call("aten::where"u8, "self"u8, isNumber, step, x);
        }

        // g goes to x2 where x1 = 0
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (null, g * Cast(Equal(saved.Input(0), 0), g.DType));
    }
}
