using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether just one is true, element by element.</summary>
    /// <param name="x1">Any tensor; what is not zero counts as true.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <example><code>var differ = Ops.LogicalXor(x &gt; 0, y &gt; 0);</code></example>
    public static Tensor LogicalXor(Tensor x1, Tensor x2) => new LogicalXorOp().Apply(x1, x2);

    private sealed record LogicalXorOp : LogicalOp
    {
        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            Aten.Call("aten::logical_xor"u8, default, x, y);
    }
}
