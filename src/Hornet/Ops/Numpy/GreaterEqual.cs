using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether x1 is at least x2, element by element.</summary>
    /// <param name="x1">Any tensor of numbers; complex ones are ordered by their real parts first.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var isNotNegative = Ops.GreaterEqual(x, 0);</code></example>
    public static Tensor GreaterEqual(Tensor x1, Tensor x2) => new GreaterEqualOp().Apply(x1, x2);

    private sealed record GreaterEqualOp : ComparisonOp
    {
        protected override Element? Function => Element.GreaterEqual;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => x.DType.IsComplex()
            ? ComplexOrder.IsAtMost(y, x)
            : Kernels.Call("aten::ge"u8, "Tensor"u8, x, y);
    }
}
