using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The sum, element by element; of bools whether either is true.</summary>
    /// <param name="x1">Any tensor of numbers.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Add(x, 1);</code></example>
    public static Tensor Add(Tensor x1, Tensor x2) => new AddOp().Apply(x1, x2);

    private sealed record AddOp : ElementwiseOp
    {
        protected override Element? Function => Element.Add;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => Kernels.Add(x, y);

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (g, g);
    }
}
