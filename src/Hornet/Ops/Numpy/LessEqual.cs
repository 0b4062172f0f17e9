using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether x1 is at most x2, element by element.</summary>
    /// <param name="x1">Any tensor of numbers; complex ones are ordered by their real parts first.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var isNotPositive = Ops.LessEqual(x, 0);</code></example>
    public static Tensor LessEqual(Tensor x1, Tensor x2) => new LessEqualOp().Apply(x1, x2);

    private sealed record LessEqualOp : ComparisonOp
    {
        protected override Element? Function => Element.LessEqual;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => x.DType.IsComplex()
            ? ComplexOrder.IsAtMost(x, y)
            : Kernels.Call("aten::le"u8, "Tensor"u8, x, y);
    }
}
