using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The sum over axes, or over all.</summary>
    /// <param name="x">Any tensor of numbers; bools and small integers add up in 32 bits.</param>
    /// <param name="axis">The axes to sum over; all where null.</param>
    /// <param name="keepdims">Whether the summed axes stay, with size 1.</param>
    /// <example><code>var total = Ops.Sum(x, axis: -1);</code></example>
    public static Tensor Sum(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new SumOp(axis, keepdims).Apply(x);

    private sealed record SumOp(Axes? Axis, bool Keepdims) : ReductionOp(Axis, Keepdims)
    {
        protected override DType ResultType(DType operand) => Accumulated(operand);

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) => LoweredSum(inputs[0]);

        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims) =>
            TrySum(x, axes, keepdims, out var sum) ? sum : Aten.Call(
                "aten::sum"u8,
                "dim_IntList"u8,
                x,
                Argument.Some(axes),
                keepdims,
                Argument.Some(Kernels.Computable(Accumulated(x.DType))));

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Spread(g, saved.InputSpec(0).Shape);
    }
}
