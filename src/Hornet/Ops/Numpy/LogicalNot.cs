using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether an element is false.</summary>
    /// <param name="x">Any tensor; what is not zero counts as true.</param>
    /// <example><code>var isZero = Ops.LogicalNot(x);</code></example>
    public static Tensor LogicalNot(Tensor x) => new LogicalNotOp().Apply(x);

    private sealed record LogicalNotOp : PredicateOp
    {
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => DType.Bool;

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::logical_not"u8, x);
    }
}
