using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The slices of an axis that indices of any shape name: embeddings, for one.</summary>
    private sealed record GatherSlicesOp(int Axis, bool ZeroGaps = false) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec x, TensorSpec indices) =>
            x with { Shape = [.. x.Shape[..Axis], .. indices.Shape, .. x.Shape[(Axis + 1)..]] };

        protected override TensorHandle Run(TensorHandle x, TensorHandle indices)
        {
            long[] sizes = [.. x.Sizes[..Axis], .. indices.Sizes, .. x.Sizes[(Axis + 1)..]];
            var size = x.Sizes[Axis];
            if (KernelFor(x.Sizes, x.DType, indices.Sizes, indices.DType) is { } kernel)
            {
                var taken = TensorHandle.Empty(x.DType, sizes);
                DenseKernels.RunInto(kernel, [x, indices], [taken]);
                return taken;
            }

            using var index = Indices.Clamp(indices, size, out var outside);
            using var gaps = outside;
            if (size == 0)
            {
                return RowMajor.Filled(sizes, x.DType, Gaps.Value(x.DType, ZeroGaps).Handle);
            }

            using var flat = RowMajor.Reshape(index, -1);
            using var bits = Bits.Movable(x);
            using var picked = Aten.Call("aten::index_select"u8, default, bits, (long)Axis, flat);
            using var shaped = RowMajor.Reshape(picked, sizes);
            var result = Bits.View(shaped, x.DType);
            if (outside == default)
            {
                return result;
            }

            using var mask = RowMajor.Reshape(gaps, [.. indices.Sizes, .. Ones(x.Sizes.Length - Axis - 1)]);
            return Gaps.Fill(result, mask, ZeroGaps);
        }

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            KernelFor(inputs[0].Shape.Sizes, inputs[0].DType, inputs[1].Shape.Sizes, inputs[1].DType) is { } kernel
                ? new DenseLowering(kernel)
                : null;

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (new ScatterSlicesOp(Axis, saved.InputSpec(0).Shape.Sizes[Axis]).Apply(g, saved.Input(1)), null);

        private RangeKernel? KernelFor(ReadOnlySpan<long> x, DType dtype, ReadOnlySpan<long> indices, DType index)
        {
            var (gap, wideGap) = ZeroGaps ? (0, 0) : (float.NaN, double.NaN);
            return SlicePlan.Of(x[..Axis], x[Axis], indices, x[(Axis + 1)..], dtype, index) is not { } plan ? null
                : dtype == DType.Float32
                    ? index == DType.Int32 ? new GatherKernel<float, int>(plan, gap)
                        : new GatherKernel<float, long>(plan, gap)
                    : index == DType.Int32 ? new GatherKernel<double, int>(plan, wideGap)
                        : new GatherKernel<double, long>(plan, wideGap);
        }

        private static long[] Ones(int count)
        {
            var ones = new long[count];
            Array.Fill(ones, 1);
            return ones;
        }
    }

    /// <summary>The reverse: adds slices up at the places of an axis that indices name.</summary>
    private sealed record ScatterSlicesOp(int Axis, long Size) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec x, TensorSpec indices) =>
            x with { Shape = [.. x.Shape[..Axis], (int)Size, .. x.Shape[(Axis + indices.Shape.Rank)..]] };

        protected override TensorHandle Run(TensorHandle x, TensorHandle indices)
        {
            long[] before = [.. x.Sizes[..Axis]];
            long[] after = [.. x.Sizes[(Axis + indices.Sizes.Length)..]];
            if (KernelFor(x.Sizes, x.DType, indices.Sizes, indices.DType) is { } kernel)
            {
                var added = TensorHandle.Empty(x.DType, [.. before, Size, .. after]);
                DenseKernels.RunInto(kernel, [x, indices], [added]);
                return added;
            }

            using var tuples = RowMajor.Reshape(indices, [.. indices.Sizes, 1]);
            using var index = Indices.Linear(tuples, [Size], out var kept);
            using var inside = kept;
            using var wide = Kernels.Widen(x);
            using var slices = RowMajor.Reshape(wide, Product(before), Product(indices.Sizes), Product(after));
            using var picked = kept == default
                ? slices.NewReference()
                : Aten.Call("aten::index_select"u8, default, slices, 1L, inside);
            using var sum = Sum(picked, index);
            return Kernels.Narrow(RowMajor.Reshape(sum, [.. before, Size, .. after]), x.DType);
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (new GatherSlicesOp(Axis, ZeroGaps: true).Apply(g, saved.Input(1)), null);

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            KernelFor(inputs[0].Shape.Sizes, inputs[0].DType, inputs[1].Shape.Sizes, inputs[1].DType) is { } kernel
                ? new DenseLowering(kernel)
                : null;

        private RangeKernel? KernelFor(ReadOnlySpan<long> x, DType dtype, ReadOnlySpan<long> indices, DType index) =>
            SlicePlan.Of(x[..Axis], Size, indices, x[(Axis + indices.Length)..], dtype, index) is not { } plan ? null
                : dtype == DType.Float32
                    ? index == DType.Int32 ? new ScatterKernel<float, int>(plan) : new ScatterKernel<float, long>(plan)
                    : index == DType.Int32 ? new ScatterKernel<double, int>(plan)
                        : new ScatterKernel<double, long>(plan);

        // Of two axes, the first one indexed, libtorch adds whole rows: much faster.
        private TensorHandle Sum(TensorHandle slices, TensorHandle index)
        {
            var (before, count, after) = (slices.Sizes[0], slices.Sizes[1], slices.Sizes[2]);
            long[] outer = before == 1 ? [] : [before];
            using var zeros = RowMajor.Zeros([.. outer, Size, after], slices.DType);
            using var column = RowMajor.Reshape(index, -1, 1);
            using var places = RowMajor.Expand(column, [.. outer, count, after]);
            using var values = RowMajor.Reshape(slices, [.. outer, count, after]);
            return Aten.Call("aten::scatter_add"u8, default, zeros, (long)outer.Length, places, values);
        }

        private static long Product(ReadOnlySpan<long> sizes)
        {
            var product = 1L;
            foreach (var size in sizes)
            {
                product *= size;
            }

            return product;
        }
    }
}
