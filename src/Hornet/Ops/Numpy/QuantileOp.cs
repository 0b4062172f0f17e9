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

        // dx: g to the elements that were chosen. dq, of the linear method: g · (next − last) · (count − 1)
        public sealed override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (x, q) = (saved.Input(0), saved.Input(1));
            var dx = new QuantileSpreadOp(Axis, Method, Keepdims, SkipNan).Apply(x, q, g[0]!);
            return [dx, Method == "linear" && saved.Wants(1) ? Slope(x, q, g[0]!) : null];
        }

        private Tensor Slope(Tensor x, Tensor q, Tensor g)
        {
            Tensor At(string method) => new QuantileChoiceOp(Axis, method, Keepdims, SkipNan).Apply(x, q, x);
            var count = SkipNan ? CountNumbers(x, Axis, Keepdims) : CountNumbers(ZerosLike(x), Axis, Keepdims);
            var slope = g * (At("higher") - At("lower")) * (count - 1);
            int[] others = [.. Enumerable.Range(q.Rank, g.Rank - q.Rank)];
            return Cast(Sum(slope, Axes.Create(others)), q.DType);
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

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
        [
            null,
            null,
            new QuantileSpreadOp(Axis, Method, Keepdims, SkipNan).Apply(saved.Input(0), saved.Input(1), g[0]!),
        ];
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

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
        [
            null,
            null,
            new QuantileChoiceOp(Axis, Method, Keepdims, SkipNan).Apply(saved.Input(0), saved.Input(1), g[0]!),
        ];
    }
}
