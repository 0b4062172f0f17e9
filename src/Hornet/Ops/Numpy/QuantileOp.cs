using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    private abstract record OrderOp(Axes? Axis, string Method, bool Keepdims, bool SkipNan) : Primitive
    {
        /// <summary>All but the fractions are of one dtype of floats.</summary>
        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(inputs[0].DType);

        protected sealed override bool IsOperand(int index) => index != 1;

        protected TensorSpec Reduced(TensorSpec x, TensorSpec q)
        {
            Require(ClassName, Kinds.AnyFloat, "x", x);
            Require(ClassName, Kinds.Real, "q", q);
            var reduced = Ops.Reduced(x.Shape, Axis, ClassName);
            return Array.Exists(reduced, axis => x.Shape[axis] == 0)
                ? throw new ShapeException(ClassName, "at least one element to look at", $"x={x}")
                : x with { Shape = [.. q.Shape, .. Reduce(x.Shape, reduced, Keepdims)] };
        }

        /// <summary>Sorts the rows of x and finds the quantiles in them.</summary>
        protected Sorting Sort(TensorHandle x, TensorHandle q) => new(
            x, q, new Rows(x.Sizes, Ops.Reduced(Shape.FromSizes(x.Sizes), Axis, ClassName)), Method, SkipNan);

        protected Tensor Spread(Tensor x, Tensor q, Tensor values) =>
            new QuantileSpreadOp(Axis, Method, Keepdims, SkipNan).Apply(x, q, values);

        protected Tensor Choice(Tensor x, Tensor q, Tensor values, string method) =>
            new QuantileChoiceOp(Axis, method, Keepdims, SkipNan).Apply(x, q, values);

        // What q changes, of the linear method: dy = (next − last) · (count − 1) dq, where the values are those of x.
        protected Tensor? Slope(Tensor x, Tensor q, Tensor values, Tensor g)
        {
            if (Method != "linear")
            {
                return null;
            }

            var step = Choice(x, q, values, "higher") - Choice(x, q, values, "lower");
            var slope = g * step * (CountNumbers(SkipNan ? x : ZerosLike(x), Axis, Keepdims) - 1);
            int[] others = [.. Enumerable.Range(q.Rank, g.Rank - q.Rank)];
            return Cast(Sum(slope, Axes.Create(others)), q.DType);
        }

        protected long[] ResultSizes(TensorHandle x, TensorHandle q)
        {
            var shape = Shape.FromSizes(x.Sizes);
            return [.. q.Sizes, .. Reduce(shape, Ops.Reduced(shape, Axis, ClassName), Keepdims).Sizes];
        }
    }

    private abstract record QuantileBase(Axes? Axis, string Method, bool Keepdims, bool SkipNan)
        : OrderOp(Axis, Method, Keepdims, SkipNan)
    {
        protected internal sealed override Saves Saves => Saves.Inputs;

        public sealed override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => [Reduced(inputs[0], inputs[1])];

        public sealed override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            using var sorting = Sort(inputs[0], inputs[1]);
            outputs[0] = sorting.Quantiles(ResultSizes(inputs[0], inputs[1]), inputs[0].DType);
        }

        // dx: g to the elements that were chosen
        public sealed override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (x, q) = (saved.Input(0), saved.Input(1));
            return [Spread(x, q, g[0]!), saved.Wants(1) ? Slope(x, q, x, g[0]!) : null];
        }
    }

    private sealed record QuantileOp(Axes? Axis, string Method, bool Keepdims)
        : QuantileBase(Axis, Method, Keepdims, SkipNan: false);

    private sealed record NanquantileOp(Axes? Axis, string Method, bool Keepdims)
        : QuantileBase(Axis, Method, Keepdims, SkipNan: true);

    /// <summary>Values at the places where the quantiles of x stand: linear in the values.</summary>
    private sealed record QuantileChoiceOp(Axes? Axis, string Method, bool Keepdims, bool SkipNan)
        : OrderOp(Axis, Method, Keepdims, SkipNan)
    {
        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => [Reduced(inputs[0], inputs[1])];

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            using var sorting = Sort(inputs[0], inputs[1]);
            outputs[0] = sorting.Choose(inputs[2], ResultSizes(inputs[0], inputs[1]));
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (x, q, values) = (saved.Input(0), saved.Input(1), saved.Input(2));
            return [null, saved.Wants(1) ? Slope(x, q, values, g[0]!) : null, Spread(x, q, g[0]!)];
        }
    }

    /// <summary>The transpose of the choice: values of quantiles, each to the elements of x it was made of.</summary>
    private sealed record QuantileSpreadOp(Axes? Axis, string Method, bool Keepdims, bool SkipNan)
        : OrderOp(Axis, Method, Keepdims, SkipNan)
    {
        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => [inputs[0]];

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            using var sorting = Sort(inputs[0], inputs[1]);
            outputs[0] = sorting.Spread(inputs[2]);
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (x, q, values) = (saved.Input(0), saved.Input(1), saved.Input(2));
            return [null, saved.Wants(1) ? Slope(x, q, g[0]!, values) : null, Choice(x, q, g[0]!, Method)];
        }
    }
}
