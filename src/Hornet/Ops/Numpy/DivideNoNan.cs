using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The true quotient, element by element; 0 where the divisor is 0.</summary>
    /// <param name="x1">Any tensor of numbers; integers become floats.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.DivideNoNan(new float[] { 1, 2 }, new float[] { 0, 4 }); // 0, 0.5</code></example>
    public static Tensor DivideNoNan(Tensor x1, Tensor x2) => new DivideNoNanOp().Apply(x1, x2);

    private sealed record DivideNoNanOp : FloatingElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override Kinds Accepts => Kinds.AnyFloat | Kinds.Complex;

        protected override Element? Function => Element.DivideNoNan;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y)
        {
            using var quotient = Kernels.Call("aten::div"u8, "Tensor"u8, x, y);
            using var isZero = Kernels.Call("aten::logical_not"u8, y);
            using var zero = Kernels.Scalar(0, x.DType);
            return Aten.Call("aten::where"u8, "self"u8, isZero, zero, quotient);
        }

        // d(x/y) = dx/y − (x/y)/y dy, and 0 where y = 0
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var dx = DivideNoNan(g, saved.Input(1));
            return (dx, saved.Wants(1) ? -dx * saved.Output : null);
        }
    }
}
