using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether x1 differs from x2, element by element.</summary>
    /// <param name="x1">Any tensor of numbers.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var isNonzero = Ops.NotEqual(x, 0);</code></example>
    public static Tensor NotEqual(Tensor x1, Tensor x2) => new NotEqualOp().Apply(x1, x2);

    private sealed record NotEqualOp : ComparisonOp
    {
        protected override Element? Function => Element.NotEqual;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::ne"u8, "Tensor"u8, x, y);
    }
}
