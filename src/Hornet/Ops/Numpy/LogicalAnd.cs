using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether both are true, element by element.</summary>
    /// <param name="x1">Any tensor; what is not zero counts as true.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var inside = Ops.LogicalAnd(x &gt; 0, x &lt; 1);</code></example>
    public static Tensor LogicalAnd(Tensor x1, Tensor x2) => new LogicalAndOp().Apply(x1, x2);

    private sealed record LogicalAndOp : LogicalOp
    {
        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Aten.Call("aten::logical_and"u8, default, x, y);
    }
}
