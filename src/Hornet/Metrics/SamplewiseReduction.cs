using Hornet.Losses;

namespace Hornet.Metrics;

/// <summary>From values of any shape to one for each sample, weighted.</summary>
internal static class SamplewiseReduction
{
    /// <summary>The weighted values and their weights: one for each sample.</summary>
    /// <param name="values">The values.</param>
    /// <param name="sampleWeight">How much they count; all the same where null.</param>
    /// <param name="reduce">From the values of a sample to one: sum or mean.</param>
    /// <param name="dtype">The dtype of the result.</param>
    public static (Tensor Values, Tensor? Weights) Reduce(
        Tensor values, Tensor? sampleWeight, Func<Tensor, Axes?, bool, Tensor> reduce, DType dtype)
    {
        var mask = values.KerasMask;
        values = Ops.Cast(values, dtype);
        if (sampleWeight is null)
        {
            return (ReduceFrom(1, values, reduce), null);
        }

        var weights = LossReduction.ApplyMask(sampleWeight, mask, dtype, "sum")!;
        (values, weights) = LossReduction.SameRank(values, weights);
        values = ReduceFrom(weights.Rank, values, reduce);
        weights = Spread(weights, values.Shape);
        return (ReduceFrom(1, values * weights, reduce), ReduceFrom(1, weights, reduce));
    }

    private static Tensor ReduceFrom(int axis, Tensor x, Func<Tensor, Axes?, bool, Tensor> reduce) =>
        x.Rank > axis ? reduce(x, Axes.Create([.. Enumerable.Range(axis, x.Rank - axis)]), false) : x;

    private static Tensor Spread(Tensor weights, Shape shape) =>
        Shape.Agree(Shape.Broadcast(weights.Shape, shape), shape)
            ? Ops.BroadcastTo(weights, shape)
            : throw new ShapeException(
                "Sample weights", $"a shape that broadcasts to the values' {shape}", $"shape {weights.Shape}");
}
