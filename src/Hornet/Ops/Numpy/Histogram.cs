namespace Hornet;

public static partial class Ops
{
    /// <summary>How many numbers fall in each of some bins of equal width, and the edges of the bins.</summary>
    /// <param name="x">A tensor of 1 axis at most. Complex numbers are in order of their real parts first.</param>
    /// <param name="bins">How many bins. The last one holds its right edge too.</param>
    /// <param name="range">The first and the last edge; the least and the greatest number where null.</param>
    /// <example><code>var (counts, edges) = Ops.Histogram(Ops.Ravel(x), bins: 4);</code></example>
    public static (Tensor Counts, Tensor BinEdges) Histogram(
        Tensor x, int bins = 10, (double Lower, double Upper)? range = null)
    {
        if (bins < 0 || range is { } given && !(given.Upper >= given.Lower))
        {
            throw new ArgumentException(
                "Histogram: expected 0 bins or more, and a range whose second number is not below the first. " +
                $"Received: bins={bins}, range={range}.");
        }

        var results = new HistogramOp(bins, range).ApplyMany(x);
        return (results[0], results[1]);
    }

    private sealed record HistogramOp(int Bins, (double Lower, double Upper)? Range) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ComputeMany(inputs)[0];

        protected override Tensor[] ComputeMany(ReadOnlySpan<Tensor> inputs)
        {
            if (inputs[0].Rank > 1 || !Kinds.Any.Has(inputs[0].DType))
            {
                throw new ShapeException(ClassName, "numbers, of 1 axis at most", $"x={inputs[0].Spec}");
            }

            var x = Cast(Ravel(inputs[0]), Promotion.ToFloating(inputs[0].DType));
            var (lower, upper) = Ends(x);
            var edges = Linspace(lower, upper, Bins + 1, dtype: x.DType);
            var bin = Searchsorted(edges, x, "right"); // 0 below the first edge
            bin = Where(Equal(x, upper), Bins, bin);
            var counts = Scatter(ExpandDims(bin, -1), OnesLike(x), [Bins + 2]);
            return [counts[1..(Bins + 1)], edges];
        }

        // Where all numbers are equal, half a unit on either side of them.
        private (Tensor Lower, Tensor Upper) Ends(Tensor x)
        {
            var (least, greatest) = Range is { } range ? (Number(range.Lower), Number(range.Upper))
                : x.Shape[0] == 0 ? (Number(0), Number(1))
                : (Min(x), Max(x));
            var half = Where(Equal(least, greatest), Number(0.5), Number(0));
            return (least - half, greatest + half);

            Tensor Number(double value) => Constants.Scalar(value, x.DType);
        }
    }
}
