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
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => NotBool(Promotion.Common(inputs));

        protected override TensorSpec Infer(TensorSpec x, TensorSpec y)
        {
            Require(ClassName, Kinds.Real, "values", y);
            return x.Shape.Rank == 1 ? y with { DType = DType.Int32 } : throw new ShapeException(
                ClassName, "a sorted sequence of 1 axis", $"sortedSequence={x}");
        }

        protected override TensorHandle Run(TensorHandle x, TensorHandle y)
        {
            using var sorted = Kernels.Widen(x);
            using var values = Kernels.Widen(y);
            var right = Side == "right";
            return Aten.Call(
                "aten::searchsorted"u8, "Tensor"u8, sorted, values, true, right, Argument.None, Argument.None);
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (null, null);
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
            var isAscending = All(bins[..1] <= bins[^1..]);
            return Where(isAscending, ascending, descending);
        }
    }
}
