using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The negative of each element.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <example><code>var z = Ops.Negative(x);</code></example>
    public static Tensor Negative(Tensor x) => new NegativeOp().Apply(x);

    private sealed record NegativeOp : MapOp
    {
        protected override Kinds Accepts => Kinds.Any & ~Kinds.Bool;

        protected override Element? Function => Element.Negative;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::neg"u8, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => -g;
    }
}
