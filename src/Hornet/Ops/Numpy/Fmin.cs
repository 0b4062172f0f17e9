using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The smaller of two elements; the other where one is not a number.</summary>
    /// <param name="x1">Any tensor of numbers; complex ones are ordered by their real parts first.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Fmin(x, 0);</code></example>
    public static Tensor Fmin(Tensor x1, Tensor x2) => new FminOp().Apply(x1, x2);

    private sealed record FminOp : ElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => x.DType.IsComplex()
            ? ComplexOrder.Pick(x, y, latest: false)
            : Kernels.Call("aten::fmin"u8, default, x, y);

        // g goes to the one that was taken, of equal ones to the second
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var isFirst = Cast(LogicalOr(saved.Input(0) < saved.Input(1), Isnan(saved.Input(1))), g.DType);
            return (g * isFirst, g * (1 - isFirst));
        }
    }
}
