using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether x1 equals x2, element by element.</summary>
    /// <param name="x1">Any tensor of numbers.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var isZero = Ops.Equal(x, 0);</code></example>
    public static Tensor Equal(Tensor x1, Tensor x2) => new EqualOp().Apply(x1, x2);

    private sealed record EqualOp : ComparisonOp
    {
        protected override Element? Function => Element.Equal;

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Kernels.Call("aten::eq"u8, "Tensor"u8, x, y);
    }
}
