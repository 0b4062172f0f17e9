using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The greater of two elements; not a number where either is not.</summary>
    /// <param name="x1">Any tensor of numbers; complex ones are ordered by their real parts first.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Maximum(x, 0);</code></example>
    public static Tensor Maximum(Tensor x1, Tensor x2) => new MaximumOp().Apply(x1, x2);

    /// <summary>The part of a gradient that belongs to x1 where the greater one counts: of equal ones ½.</summary>
    private static Tensor Share(Tensor x1, Tensor x2) => (Cast(x1 > x2, x1.DType) + Cast(x1 >= x2, x1.DType)) * 0.5;

    private sealed record MaximumOp : ElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Element? Function => Element.Maximum;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => x.DType.IsComplex()
            ? ComplexOrder.Pick(x, y, latest: true)
            : Kernels.Call("aten::maximum"u8, default, x, y);

        // g goes to the greater one, half of it to each of two equal ones
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (
            saved.Wants(0) ? g * Share(saved.Input(0), saved.Input(1)) : null,
            saved.Wants(1) ? g * Share(saved.Input(1), saved.Input(0)) : null);
    }
}
