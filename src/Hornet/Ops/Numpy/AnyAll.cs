using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether any element along axes, or at all, is true.</summary>
    /// <param name="x">Any tensor; what is not zero counts as true.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var isNegative = Ops.Any(x &lt; 0);</code></example>
    public static Tensor Any(Tensor x, Axes? axis = null, bool keepdims = false) => new AnyOp(axis, keepdims).Apply(x);

    /// <summary>Whether all elements along axes, or all there are, are true.</summary>
    /// <param name="x">Any tensor; what is not zero counts as true.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var isPositive = Ops.All(x &gt; 0);</code></example>
    public static Tensor All(Tensor x, Axes? axis = null, bool keepdims = false) => new AllOp(axis, keepdims).Apply(x);

    private abstract record TruthOp(Axes? Axis, bool Keepdims) : ReductionOp(Axis, Keepdims)
    {
        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) => DType.Bool;

        protected sealed override Tensor? Vjp(Tensor g, Residuals saved) => null;
    }

    private sealed record AnyOp(Axes? Axis, bool Keepdims) : TruthOp(Axis, Keepdims)
    {
        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims) =>
            Aten.Call("aten::any"u8, "dims"u8, x, Argument.Some(axes), keepdims);
    }

    private sealed record AllOp(Axes? Axis, bool Keepdims) : TruthOp(Axis, Keepdims)
    {
        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims) =>
            Aten.Call("aten::all"u8, "dims"u8, x, Argument.Some(axes), keepdims);
    }
}
