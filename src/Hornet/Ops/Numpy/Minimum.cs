using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The smaller of two elements; not a number where either is not.</summary>
    /// <param name="x1">Any tensor of numbers; complex ones are ordered by their real parts first.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Minimum(x, 1);</code></example>
    public static Tensor Minimum(Tensor x1, Tensor x2) => new MinimumOp().Apply(x1, x2);

    private sealed record MinimumOp : ElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Element? Function => Element.Minimum;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => x.DType.IsComplex()
            ? ComplexOrder.Pick(x, y, latest: false)
            : Kernels.Call("aten::minimum"u8, default, x, y);

        // g goes to the smaller one, half of it to each of two equal ones
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (
            saved.Wants(0) ? g * Share(saved.Input(1), saved.Input(0)) : null,
            saved.Wants(1) ? g * Share(saved.Input(0), saved.Input(1)) : null);
    }
}
