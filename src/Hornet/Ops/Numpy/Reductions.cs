using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The sum over axes, or over all.</summary>
    /// <param name="x">Any tensor of numbers; bools and small integers add up in int32.</param>
    /// <param name="axis">The axes to sum over; all where null.</param>
    /// <param name="keepdims">Whether the summed axes stay, with size 1.</param>
    /// <example><code>var total = Ops.Sum(x, axis: -1);</code></example>
    public static Tensor Sum(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new SumOp(axis, keepdims).Apply(x);

    /// <summary>The mean over axes, or over all.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axes to average over; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var mean = Ops.Mean(x, axis: [0, 1]);</code></example>
    public static Tensor Mean(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new MeanOp(axis, keepdims).Apply(x);

    private abstract record ReductionOp(Axes? Axis, bool Keepdims) : UnaryPrimitive
    {
        protected Argument AxisArgument => Axis is { } axes
            ? Argument.Some(axes.Select(axis => (long)axis).ToArray())
            : Argument.None;

        protected override TensorSpec Infer(TensorSpec x) => new(Reduce(x.Shape, ClassName), ResultType(x.DType));

        protected virtual DType ResultType(DType operand) => operand;

        /// <summary>What belongs to each element of the input: the value of the result it went into.</summary>
        protected Tensor Spread(Tensor value, Shape input)
        {
            if (Axis is { } axes && !Keepdims)
            {
                value = axes.Resolve(input, ClassName).Aggregate(value, (spread, axis) => ExpandDims(spread, axis));
            }

            return BroadcastTo(value, input);
        }

        private Shape Reduce(Shape shape, string operation)
        {
            var reduced = Axis?.Resolve(shape, operation) ?? [.. Enumerable.Range(0, shape.Rank)];
            return Keepdims
                ? [.. shape.Select((size, axis) => Array.IndexOf(reduced, axis) >= 0 ? 1 : size)]
                : [.. shape.Where((_, axis) => Array.IndexOf(reduced, axis) < 0)];
        }
    }

    private sealed record SumOp(Axes? Axis, bool Keepdims) : ReductionOp(Axis, Keepdims)
    {
        // As in JAX: what is smaller than 32 bits adds up in 32.
        protected override DType ResultType(DType operand) => operand switch
        {
            DType.Bool or DType.Int8 or DType.Int16 => DType.Int32,
            DType.UInt8 or DType.UInt16 => DType.UInt32,
            _ => operand,
        };

        protected override TensorHandle Run(TensorHandle x) => Aten.Call(
            "aten::sum"u8, "dim_IntList"u8, x, AxisArgument, Keepdims, Argument.Some(ResultType(x.DType)));

        protected override Tensor? Vjp(Tensor g, Residuals saved) => Spread(g, saved.InputSpec(0).Shape);
    }

    private sealed record MeanOp(Axes? Axis, bool Keepdims) : ReductionOp(Axis, Keepdims)
    {
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.ToFloating(inputs[0].DType);

        protected override TensorHandle Run(TensorHandle x) =>
            Aten.Call("aten::mean"u8, "dim"u8, x, AxisArgument, Keepdims, Argument.None);

        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var input = saved.InputSpec(0).Shape;
            return Spread(g, input) * (saved.OutputSpec(0).Shape.Size / (double)input.Size);
        }
    }
}
