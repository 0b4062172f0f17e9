using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The difference, element by element.</summary>
    /// <param name="x1">Any tensor of numbers.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Subtract(x, 1);</code></example>
    public static Tensor Subtract(Tensor x1, Tensor x2) => new SubtractOp().Apply(x1, x2);

    private sealed record SubtractOp : ElementwiseOp
    {
        protected override Kinds Accepts => Kinds.Any & ~Kinds.Bool;

        protected override Element? Function => Element.Subtract;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => Kernels.Subtract(x, y);

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (g, saved.Wants(1) ? -g : null);
    }
}
