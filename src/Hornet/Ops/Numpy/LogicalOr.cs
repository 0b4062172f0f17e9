using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether either is true, element by element.</summary>
    /// <param name="x1">Any tensor; what is not zero counts as true.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var outside = Ops.LogicalOr(x &lt; 0, x &gt; 1);</code></example>
    public static Tensor LogicalOr(Tensor x1, Tensor x2) => new LogicalOrOp().Apply(x1, x2);

    private sealed record LogicalOrOp : LogicalOp
    {
        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Aten.Call("aten::logical_or"u8, default, x, y);
    }
}
