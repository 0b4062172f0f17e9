namespace Hornet;

public static partial class Ops
{
    /// <summary>The weighted mean over axes, or over all.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axes to average over; all where null.</param>
    /// <param name="weights">Weights of the same shape, or one for each place along a single axis; else all 1.</param>
    /// <example><code>var mean = Ops.Average(new[] { 1, 2 }, weights: new[] { 3, 1 }); // 1.25</code></example>
    public static Tensor Average(Tensor x, Axes? axis = null, Tensor? weights = null) =>
        weights is null ? new AverageOp(axis).Apply(x) : new AverageOp(axis).Apply(x, weights);

    private sealed record AverageOp(Axes? Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var dtype = Promotion.ToFloating(Promotion.Common(inputs));
            var x = Cast(inputs[0], dtype);
            if (inputs.Length == 1)
            {
                return Mean(x, Axis);
            }

            var weights = Spread(Cast(inputs[1], dtype), x);
            return Sum(x * weights, Axis) / Sum(weights, Axis);
        }

        private Tensor Spread(Tensor weights, Tensor x)
        {
            if (Shape.Agree(weights.Shape, x.Shape))
            {
                return weights;
            }

            var axis = Axis is { Count: 1 } ? x.Shape.Resolve(Axis[0], ClassName) : -1;
            if (axis < 0 || weights.Rank != 1 || !Shape.Agree(weights.Shape[0], x.Shape[axis]))
            {
                throw new ShapeException(
                    ClassName,
                    "weights of the shape of x, or with one axis that is as long as the one averaged over",
                    $"x={x.Spec}, weights={weights.Spec}, axis={(Axis is null ? "None" : $"{Axis}")}");
            }

            var others = Enumerable.Range(0, x.Rank).Where(place => place != axis).ToArray();
            return others.Length == 0 ? weights : ExpandDims(weights, others);
        }
    }
}
