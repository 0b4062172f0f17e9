using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The product, element by element.</summary>
    /// <param name="x1">Any tensor of numbers.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var y = Ops.Multiply(x, 2);</code></example>
    public static Tensor Multiply(Tensor x1, Tensor x2) => new MultiplyOp().Apply(x1, x2);

    private sealed record MultiplyOp : ElementwiseOp
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override Element? Function => Element.Multiply;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::mul"u8, "Tensor"u8, x, y);

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (
            saved.Wants(0) ? g * saved.Input(1) : null,
            saved.Wants(1) ? g * saved.Input(0) : null);
    }
}
