using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// The slices of an axis in ascending order, each once; where each is first, which of them each slice is, and how
    /// often each occurs (int32).
    /// </summary>
    private sealed record DistinctOp(int Axis) : Primitive
    {
        protected internal override Saves Saves => Saves.Outputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            Require("Unique", Kinds.Any, "x", x);
            var list = new TensorSpec([null], DType.Int32);
            return [x with { Shape = x.Shape.With(Axis, null) }, list, list with { Shape = [x.Shape[Axis]] }, list];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var count = (int)inputs[0].Sizes[Axis];
            using var order = TensorHandle.Empty(DType.Int64, [count]);
            using var isNew = TensorHandle.Empty(DType.Bool, [count]);
            Order(inputs[0], order, isNew);
            var (first, inverse, counts) = Groups(order.Elements<long>(), isNew.Elements<bool>());
            outputs[1] = TensorHandle.From<int>(first, [first.Length], DType.Int32);
            outputs[2] = TensorHandle.From<int>(inverse, [count], DType.Int32);
            outputs[3] = TensorHandle.From<int>(counts, [counts.Length], DType.Int32);
            using var bits = Bits.Movable(inputs[0]);
            using var values = Aten.Call("aten::index_select"u8, default, bits, (long)Axis, outputs[1]);
            outputs[0] = Bits.View(values, inputs[0].DType);
        }

        // Of equal slices the first one is given, and has the cotangent.
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
            [g[0] is { } values
                ? new ScatterSlicesOp(Axis, saved.InputSpec(0).Shape.Sizes[Axis]).Apply(values, saved.OutputAt(1))
                : null];

        /// <summary>The order that sorts the slices, and in it where one differs from that before it.</summary>
        private void Order(TensorHandle x, TensorHandle order, TensorHandle isNew)
        {
            using var columns = Columns(x);
            var places = order.Elements<long>();
            for (var i = 0; i < places.Length; i++)
            {
                places[i] = i;
            }

            // By the last element first, then stably by the ones before it.
            for (var column = columns.Sizes[0] - 1; column >= 0; column--)
            {
                using var elements = Aten.Call("aten::select"u8, "int"u8, columns, 0L, column);
                using var reordered = Aten.Call("aten::index_select"u8, default, elements, 0L, order);
                using var next =
                    Aten.Call("aten::argsort"u8, "stable"u8, reordered, true, 0L, false);
                using var sorted = Aten.Call("aten::index_select"u8, default, order, 0L, next);
                RowMajor.Write(order, sorted);
            }

            Compare(columns, order, isNew);
        }

        /// <summary>The slices as the columns of a matrix of real numbers; a complex number is two of them.</summary>
        private TensorHandle Columns(TensorHandle x)
        {
            using var wide = Kernels.Widen(x);
            using var real = wide.DType.IsComplex()
                ? Aten.Call("aten::view_as_real"u8, default, wide)
                : Aten.Call("aten::unsqueeze"u8, default, wide, -1L);
            using var last = Aten.Call("aten::movedim"u8, "int"u8, real, (long)Axis, -1L);
            var count = x.Sizes[Axis];
            return RowMajor.Reshape(last, count == 0 ? 0 : Shape.FromSizes(real.Sizes).Size / count, count);
        }

        private static void Compare(TensorHandle columns, TensorHandle order, TensorHandle isNew)
        {
            var flags = isNew.Elements<bool>();
            if (flags.IsEmpty)
            {
                return;
            }

            using var sorted = Aten.Call("aten::index_select"u8, default, columns, 1L, order);
            using var later = RowMajor.Narrow(sorted, 1, 1, flags.Length - 1);
            using var earlier = RowMajor.Narrow(sorted, 1, 0, flags.Length - 1);
            using var differs = Aten.Call("aten::ne"u8, "Tensor"u8, later, earlier);
            using var anywhere = Aten.Call("aten::any"u8, "dim"u8, differs, 0L, false);
            using var rest = RowMajor.Narrow(isNew, 0, 1, flags.Length - 1);
            RowMajor.Write(rest, anywhere);
            flags[0] = true;
        }

        private static (int[] First, int[] Inverse, int[] Counts) Groups(
            ReadOnlySpan<long> order, ReadOnlySpan<bool> isNew)
        {
            var (first, counts) = (new List<int>(), new List<int>());
            var inverse = new int[order.Length];
            for (var i = 0; i < order.Length; i++)
            {
                if (isNew[i])
                {
                    first.Add((int)order[i]);
                    counts.Add(0);
                }

                inverse[order[i]] = counts.Count - 1;
                counts[^1]++;
            }

            return ([.. first], inverse, [.. counts]);
        }
    }

    /// <summary>The elements of the first tensor in the shape of the second.</summary>
    private sealed record ReshapeLikeOp : BinaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x, TensorSpec y) => x with { Shape = y.Shape };

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) => RowMajor.Reshape(x, y.Sizes.ToArray());

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (Reshape(g, saved.InputSpec(0).Shape), null);
    }
}
