using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The greatest elements along the last axis, and their indices (int32).</summary>
    /// <param name="x">A tensor of real numbers, of at least 1 axis.</param>
    /// <param name="k">How many elements.</param>
    /// <param name="sorted">Whether they are in descending order; else in any.</param>
    /// <param name="isStable">Whether of equal elements the first come first; else any.</param>
    /// <example><code>var (values, indices) = Ops.TopK(x, 2); // both (2, 2)</code></example>
    public static (Tensor Values, Tensor Indices) TopK(Tensor x, int k, bool sorted = true, bool isStable = true)
    {
        var results = new TopKOp(k, sorted, isStable).ApplyMany(x);
        return (results[0], results[1]);
    }

    /// <summary>Whether the element of a target is among the greatest k of its row.</summary>
    /// <param name="targets">Integers: indices of the last axis of the predictions.</param>
    /// <param name="predictions">Numbers, with one axis more.</param>
    /// <param name="k">How many elements count. Elements that are equal to one of them count too.</param>
    /// <example><code>var hits = Ops.InTopK(new[] { 0, 2 }, x, k: 2); // bools of shape (2,)</code></example>
    public static Tensor InTopK(Tensor targets, Tensor predictions, int k) =>
        new InTopKOp(k).Apply(targets, predictions);

    private sealed record TopKOp(int K, bool Sorted, bool IsStable) : Primitive
    {
        protected internal override Saves Saves => Saves.Outputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            Require(ClassName, Kinds.Real, "x", x);
            var axis = x.Shape.Resolve(-1, ClassName);
            if (K < 0 || K > x.Shape[axis])
            {
                throw new ShapeException(ClassName, "k from 0 to the size of the last axis", $"k={K}, x={x}");
            }

            var values = x with { Shape = x.Shape.With(axis, K) };
            return [values, values with { DType = DType.Int32 }];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var dtype = inputs[0].DType;
            using var wide = dtype == DType.Bool ? Kernels.To(inputs[0], DType.UInt8) : Kernels.Widen(inputs[0]);
            Span<TensorHandle> results = stackalloc TensorHandle[2];
            if (IsStable)
            {
                SortDescending(wide, results);
            }
            else
            {
                Aten.CallMany("aten::topk"u8, default, results, wide, (long)K, -1L, true, Sorted);
            }

            outputs[0] = Kernels.Narrow(results[0], dtype);
            outputs[1] = Kernels.Narrow(results[1], DType.Int32);
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var shape = saved.InputSpec(0).Shape;
            return [g[0] is { } values ? Unsorted(values, saved.OutputAt(1), shape, shape.Rank - 1) : null];
        }

        private void SortDescending(TensorHandle x, Span<TensorHandle> results)
        {
            Span<TensorHandle> all = stackalloc TensorHandle[2];
            Aten.CallMany("aten::sort"u8, "stable"u8, all, x, Argument.Some(true), -1L, true);
            for (var i = 0; i < all.Length; i++)
            {
                using var whole = all[i];
                results[i] = RowMajor.Narrow(whole, x.Sizes.Length - 1, 0, K);
            }
        }
    }

    private sealed record InTopKOp(int K) : Composite
    {
        // The rank of the target's prediction: 1 + how many are greater. One that is not a number is the last.
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (targets, predictions) = (inputs[0], inputs[1]);
            if (targets.Rank + 1 != predictions.Rank || !Shape.Agree(targets.Shape, predictions.Shape[..^1]))
            {
                throw new ShapeException(
                    ClassName, "predictions with one axis more than targets, whose other axes are equal",
                    $"targets={targets.Spec}, predictions={predictions.Spec}");
            }

            predictions = Cast(predictions, Promotion.ToFloating(predictions.DType));
            var chosen = TakeAlongAxis(predictions, ExpandDims(targets, -1), -1);
            chosen = Where(Equal(chosen, chosen), chosen, double.NegativeInfinity);
            return Sum(predictions > chosen, axis: -1) < K;
        }
    }
}
