using Hornet.Autodiff;
using Hornet.Native;

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

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (new ScatterSlicesOp(Axis, saved.InputSpec(0).Shape.Sizes[Axis]).Apply(g, saved.Input(1)), null);

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
