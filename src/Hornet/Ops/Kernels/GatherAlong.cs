using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The elements that indices name along an axis; the other axes broadcast.</summary>
    private sealed record GatherAlongOp(int Axis, bool ZeroGaps = false) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec x, TensorSpec indices) =>
            Along(x.Shape, indices.Shape) is { } shape ? x with { Shape = shape } : throw new ShapeException(
                "TakeAlongAxis",
                $"indices of the rank of x that broadcast with it except in axis {Axis}",
                $"x={x}, indices={indices}");

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            AlongKernels.Gather(inputs[0], inputs[1], Axis, ZeroGaps) is { } kernel ? new DenseLowering(kernel) : null;

        protected override TensorHandle Run(TensorHandle x, TensorHandle indices)
        {
            var (from, to) = Sizes(x, indices);
            var size = x.Sizes[Axis];
            using var clamped = Indices.Clamp(indices, size, out var outside);
            using var gaps = outside;
            if (size == 0)
            {
                return RowMajor.Filled(to, x.DType, Gaps.Value(x.DType, ZeroGaps).Handle);
            }

            using var index = RowMajor.Expand(clamped, to);
            using var source = RowMajor.Expand(x, from);
            using var bits = Bits.Movable(source);
            using var picked = Aten.Call("aten::gather"u8, default, bits, (long)Axis, index, false);
            var result = Bits.View(picked, x.DType);
            return outside == default ? result : Gaps.Fill(result, gaps, ZeroGaps);
        }

        // The tape sums down what was broadcast.
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (new ScatterAlongOp(Axis, saved.InputSpec(0).Shape.Sizes[Axis]).Apply(g, saved.Input(1)), null);

        private Shape? Along(Shape x, Shape indices) =>
            x.Rank == indices.Rank && Shape.Broadcast(x.With(Axis, 1), indices.With(Axis, 1)) is { } others
                ? others.With(Axis, indices[Axis])
                : null;

        // The sizes of what is gathered from, and of the result.
        private (long[] From, long[] To) Sizes(TensorHandle x, TensorHandle indices)
        {
            var shape = Along(Shape.FromSizes(x.Sizes), Shape.FromSizes(indices.Sizes))!;
            return (shape.With(Axis, (int)x.Sizes[Axis]).Sizes, shape.Sizes);
        }
    }

    /// <summary>The reverse: adds elements up at the places along an axis that indices name.</summary>
    private sealed record ScatterAlongOp(int Axis, long Size) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec x, TensorSpec indices) =>
            x with { Shape = x.Shape.With(Axis, (int)Size) };

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            AlongKernels.Scatter(Infer(inputs[0], inputs[1]), inputs[1], Axis) is { } kernel
                ? new DenseLowering(kernel)
                : null;

        protected override TensorHandle Run(TensorHandle x, TensorHandle indices)
        {
            using var clamped = Indices.Clamp(indices, Size, out var outside);
            using var gaps = outside;
            using var index = RowMajor.Expand(clamped, x.Sizes.ToArray());
            using var inside = outside == default ? x.NewReference() : Gaps.Fill(x.NewReference(), gaps, zero: true);
            using var wide = Kernels.Widen(inside);
            using var zeros = RowMajor.Zeros(Shape.FromSizes(x.Sizes).With(Axis, (int)Size).Sizes, wide.DType);
            var sum = Size == 0
                ? zeros.NewReference()
                : Aten.Call("aten::scatter_add"u8, default, zeros, (long)Axis, index, wide);
            return Kernels.Narrow(sum, x.DType);
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (new GatherAlongOp(Axis, ZeroGaps: true).Apply(g, saved.Input(1)), null);
    }
}
