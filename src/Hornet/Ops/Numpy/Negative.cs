using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The negative of each element.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <example><code>var y = Ops.Negative(x);</code></example>
    public static Tensor Negative(Tensor x) => new NegativeOp().Apply(x);

    private sealed record NegativeOp : UnaryPrimitive
    {
        protected override TensorHandle Run(TensorHandle x) => Aten.Call("aten::neg"u8, default, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => -g;
    }
}
