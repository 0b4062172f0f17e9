using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The sums of the rows of each segment.</summary>
    /// <param name="data">Any tensor of numbers with at least one axis.</param>
    /// <param name="segmentIds">The segment of each row; rows outside the segments are dropped.</param>
    /// <param name="numSegments">How many segments there are; where null up to the greatest that occurs.</param>
    /// <param name="sorted">Whether the segments are in order; it changes no result.</param>
    /// <example><code>var z = Ops.SegmentSum(new[] { 1, 2, 10 }, new[] { 0, 0, 1 }, 2); // 3, 10</code></example>
    public static Tensor SegmentSum(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false) =>
        new SegmentSumOp(Segments(segmentIds, numSegments), sorted).Apply(data, segmentIds);

    /// <summary>The greatest elements of the rows of each segment.</summary>
    /// <inheritdoc cref="SegmentSum"/>
    /// <example><code>var z = Ops.SegmentMax(new[] { 1, 2, 10 }, new[] { 0, 0, 1 }, 2); // 2, 10</code></example>
    public static Tensor SegmentMax(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false) =>
        new SegmentMaxOp(Segments(segmentIds, numSegments), sorted).Apply(data, segmentIds);

    /// <summary>The smallest elements of the rows of each segment.</summary>
    /// <inheritdoc cref="SegmentSum"/>
    /// <example><code>var z = Ops.SegmentMin(new[] { 1, 2, 10 }, new[] { 0, 0, 1 }, 2); // 1, 10</code></example>
    public static Tensor SegmentMin(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false) =>
        new SegmentMinOp(Segments(segmentIds, numSegments), sorted).Apply(data, segmentIds);

    /// <summary>The products of the rows of each segment.</summary>
    /// <inheritdoc cref="SegmentSum"/>
    /// <example><code>var z = Ops.SegmentProd(new[] { 1, 2, 10 }, new[] { 0, 0, 1 }, 2); // 2, 10</code></example>
    public static Tensor SegmentProd(Tensor data, Tensor segmentIds, int? numSegments = null, bool sorted = false) =>
        new SegmentProdOp(Segments(segmentIds, numSegments), sorted).Apply(data, segmentIds);

    // Of eager ids the number is known; of others it is unknown until they have values.
    private static int? Segments(Tensor segmentIds, int? numSegments)
    {
        ArgumentNullException.ThrowIfNull(segmentIds);
        return numSegments switch
        {
            < 0 => throw new ArgumentException(
                $"Expected numSegments to be 0 or more. Received: {numSegments}.", nameof(numSegments)),
            null when segmentIds is EagerTensor && Kinds.Real.Has(segmentIds.DType) =>
                segmentIds.Shape.Size == 0 ? 0 : checked((int)Cast(Max(segmentIds), DType.Int64).Item<long>() + 1),
            _ => numSegments,
        };
    }

    private abstract record SegmentOp(int? NumSegments, bool Sorted) : BinaryPrimitive
    {
        protected abstract SegmentFunction Function { get; }

        protected sealed override TensorSpec Infer(TensorSpec data, TensorSpec ids)
        {
            var kinds = Function is SegmentFunction.Sum or SegmentFunction.Product ? Kinds.Any : Kinds.Real;
            Require(ClassName, kinds, "data", data);
            Require(ClassName, Kinds.Real, "segment_ids", ids);
            return ids.Shape.Rank == 1 && data.Shape.Rank >= 1 && Shape.Agree(data.Shape[0], ids.Shape[0])
                ? data with { Shape = [NumSegments, .. data.Shape[1..]] }
                : throw new ShapeException(
                    ClassName,
                    "segment_ids with one axis as long as the first of data",
                    $"data={data}, segment_ids={ids}");
        }

        protected sealed override TensorHandle Run(TensorHandle data, TensorHandle ids) =>
            SegmentKernel.Reduce(data, ids, NumSegments, Function);

        /// <summary>What belongs to each row: the value of its segment, or zero outside of the segments.</summary>
        protected static Tensor Spread(Tensor values, Tensor ids) => new SegmentSpreadOp().Apply(values, ids);
    }

    private sealed record SegmentSumOp(int? NumSegments, bool Sorted) : SegmentOp(NumSegments, Sorted)
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override SegmentFunction Function => SegmentFunction.Sum;

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (Spread(g, saved.Input(1)), null);
    }

    private abstract record SegmentExtremumOp(int? NumSegments, bool Sorted) : SegmentOp(NumSegments, Sorted)
    {
        protected internal sealed override Saves Saves => Saves.Inputs | Saves.Outputs;

        // g to the extremum of the segment, in equal parts to equal ones
        protected sealed override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (data, ids) = (saved.Input(0), saved.Input(1));
            var chosen = Cast(Equal(data, Spread(saved.Output, ids)), g.DType);
            var count = SegmentSum(chosen, ids, g.Shape[0]);
            return (chosen * Spread(g / Maximum(count, 1), ids), null);
        }
    }

    private sealed record SegmentMaxOp(int? NumSegments, bool Sorted) : SegmentExtremumOp(NumSegments, Sorted)
    {
        protected override SegmentFunction Function => SegmentFunction.Max;
    }

    private sealed record SegmentMinOp(int? NumSegments, bool Sorted) : SegmentExtremumOp(NumSegments, Sorted)
    {
        protected override SegmentFunction Function => SegmentFunction.Min;
    }

    private sealed record SegmentProdOp(int? NumSegments, bool Sorted) : SegmentOp(NumSegments, Sorted)
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override SegmentFunction Function => SegmentFunction.Product;

        // As that of Prod: with p the product of what is not zero in the segment, g · p / xᵢ where nothing is zero
        // there, g · p where only xᵢ is, and else zero.
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (data, ids, count) = (saved.Input(0), saved.Input(1), g.Shape[0]);
            var isZero = Equal(data, 0);
            var zero = Cast(isZero, data.DType);
            var safe = data + zero;
            var zeros = Spread(SegmentSum(zero, ids, count), ids);
            var counts = LogicalOr(Equal(zeros, 0), LogicalAnd(isZero, Equal(zeros, 1)));
            var product = Spread(g * SegmentProd(safe, ids, count), ids);
            return (product / safe * Cast(counts, data.DType), null);
        }
    }

    private sealed record SegmentSpreadOp : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec values, TensorSpec ids) =>
            values with { Shape = [ids.Shape[0], .. values.Shape[1..]] };

        protected override TensorHandle Run(TensorHandle values, TensorHandle ids) =>
            SegmentKernel.Spread(values, ids);

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (SegmentSum(g, saved.Input(1), saved.InputSpec(0).Shape[0]), null);
    }
}
