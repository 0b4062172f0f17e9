using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether an element has the minus sign: −0.0 has.</summary>
    /// <param name="x">Any tensor of real numbers.</param>
    /// <example><code>var z = Ops.Signbit(x);</code></example>
    public static Tensor Signbit(Tensor x) => new SignbitOp().Apply(x);

    private sealed record SignbitOp : PredicateOp
    {
        protected override Kinds Accepts => Kinds.Real;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::signbit"u8, x);
    }
}
