using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The logarithm of the sum of two exponentials, without overflow.</summary>
    /// <param name="x1">Any tensor of numbers; integers become floats.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Logaddexp(x, y);</code></example>
    public static Tensor Logaddexp(Tensor x1, Tensor x2) => new LogaddexpOp().Apply(x1, x2);

    private sealed record LogaddexpOp : FloatingElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override Kinds Accepts => Kinds.Floating | Kinds.Complex;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::logaddexp"u8, default, x, y);

        // dx = g · eˣ / (eˣ + eʸ)
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (
            saved.Wants(0) ? g * Exp(saved.Input(0) - saved.Output) : null,
            saved.Wants(1) ? g * Exp(saved.Input(1) - saved.Output) : null);
    }
}
