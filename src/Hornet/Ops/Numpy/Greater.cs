using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether x1 is greater than x2, element by element.</summary>
    /// <param name="x1">Any tensor of numbers; complex ones are ordered by their real parts first.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var isPositive = Ops.Greater(x, 0);</code></example>
    public static Tensor Greater(Tensor x1, Tensor x2) => new GreaterOp().Apply(x1, x2);

    private sealed record GreaterOp : ComparisonOp
    {
        protected override Element? Function => Element.Greater;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => x.DType.IsComplex()
            ? ComplexOrder.IsLess(y, x)
            : Kernels.Call("aten::gt"u8, "Tensor"u8, x, y);
    }
}
