using System.Numerics;
using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Where numbers would have to be put into a sorted sequence to keep it sorted: indices (int32).</summary>
    /// <param name="sortedSequence">A tensor of 1 axis in ascending order.</param>
    /// <param name="values">The numbers.</param>
    /// <param name="side">Where among equal elements: <c>left</c> of them or <c>right</c>.</param>
    /// <example><code>var place = Ops.Searchsorted(new[] { 1, 3, 5 }, 3); // 1</code></example>
    public static Tensor Searchsorted(Tensor sortedSequence, Tensor values, string side = "left") =>
        side is "left" or "right"
            ? new SearchSortedOp(side).Apply(sortedSequence, values)
            : throw new ArgumentException(
                $"Searchsorted: expected a side of 'left' or 'right'. Received: '{side}'.", nameof(side));

    /// <summary>The bin that each number falls in: how many of the edges are at or below it (int32).</summary>
    /// <param name="x">Any tensor of real numbers.</param>
    /// <param name="bins">
    /// The edges: a tensor of 1 axis in ascending order, or in descending: then those above the number count.
    /// </param>
    /// <example><code>var bin = Ops.Digitize(x, new float[] { -1, 0, 1 });</code></example>
    public static Tensor Digitize(Tensor x, Tensor bins) => new DigitizeOp().Apply(x, bins);

    private sealed record SearchSortedOp(string Side) : BinaryPrimitive
    {
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Comparable(inputs[0].DType, inputs[1].DType) ?? NotBool(Promotion.Common(inputs));

        protected override TensorSpec Infer(TensorSpec x, TensorSpec y)
        {
            Require(ClassName, Kinds.Any, "values", y);
            return x.Shape.Rank == 1 ? y with { DType = DType.Int32 } : throw new ShapeException(
                ClassName, "a sorted sequence of 1 axis", $"sortedSequence={x}");
        }

        protected override TensorHandle Run(TensorHandle x, TensorHandle y)
        {
            using var sorted = Kernels.Widen(x);
            using var values = Kernels.Widen(y);
            var right = Side == "right";
            return sorted.DType.IsComplex() ? CountBelow(sorted, values, right) : Aten.Call(
                "aten::searchsorted"u8, "Tensor"u8, sorted, values, true, right, Argument.None, Argument.None);
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (null, null);

        // What no common dtype holds can be compared all the same; null where one does.
        private static DType? Comparable(DType x, DType y) =>
            x.IsComplex() || y.IsComplex() ? DType.Complex128
            : x != y && (x.IsFloat8() || y.IsFloat8()) ? DType.Float64
            : null;

        // Complex numbers go by the real, then by the imaginary part: how many come before each value.
        private static TensorHandle CountBelow(TensorHandle sorted, TensorHandle values, bool right)
        {
            var counts = TensorHandle.Empty(DType.Int32, values.Sizes);
            using var dense = RowMajor.Copy(values, DType.Complex128);
            using var sequence = RowMajor.Copy(sorted, DType.Complex128);
            var numbers = dense.Elements<Complex>();
            var edges = sequence.Elements<Complex>();
            for (var i = 0; i < numbers.Length; i++)
            {
                var count = 0;
                while (count < edges.Length && IsBefore(edges[count], numbers[i], right))
                {
                    count++;
                }

                counts.Elements<int>()[i] = count;
            }

            return counts;
        }

        private static bool IsBefore(Complex edge, Complex number, bool right) =>
            edge.Real < number.Real
            || (edge.Real == number.Real
                && (edge.Imaginary < number.Imaginary || (right && edge.Imaginary == number.Imaginary)));
    }

    private sealed record DigitizeOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (x, bins) = (inputs[0], inputs[1]);
            if (bins.Rank != 1)
            {
                throw new ShapeException(ClassName, "edges of 1 axis", $"bins={bins.Spec}");
            }

            // Of descending edges the search goes by the reversed ones, and counts from the other end.
            var ascending = Searchsorted(bins, x, "right");
            var descending = Size(bins) - Searchsorted(Flip(bins), x, "right");
            var isAscending = All(Searchsorted(bins[..1], bins[^1..], "right") > 0); // the first is not above the last
            return Where(isAscending, ascending, descending);
        }
    }
}
