using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The mean over axes, or over all.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axes to average over; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var mean = Ops.Mean(x, axis: [0, 1]);</code></example>
    public static Tensor Mean(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new MeanOp(axis, keepdims).Apply(x);

    private sealed record MeanOp(Axes? Axis, bool Keepdims) : ReductionOp(Axis, Keepdims)
    {
        protected override Kinds Accepts => Kinds.Any & ~Kinds.Float8;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.ToFloating(inputs[0].DType);

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            LoweredSum(inputs[0], isMean: true);

        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims) =>
            TrySum(x, axes, keepdims, out var mean, isMean: true)
                ? mean
                : Aten.Call("aten::mean"u8, "dim"u8, x, Argument.Some(axes), keepdims, Argument.None);

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            Spread(g / Count(saved), saved.InputSpec(0).Shape);
    }
}
