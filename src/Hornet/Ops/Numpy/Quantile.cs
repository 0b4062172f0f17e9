namespace Hornet;

public static partial class Ops
{
    /// <summary>The values below which given fractions of the elements lie.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <param name="q">The fractions, within [0, 1]: a number, or several along a first axis of the result.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="method">Between neighbours: linear, lower, higher, midpoint or nearest.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Quantile(new float[] { 1, 2, 4 }, 0.75); // 3</code></example>
    public static Tensor Quantile(
        Tensor x, Tensor q, Axes? axis = null, string method = "linear", bool keepdims = false) =>
        new QuantileOp(axis, Method(method, "Quantile"), keepdims).Apply(x, q);

    /// <summary>The values below which given percentages of the elements lie.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <param name="q">The percentages, within [0, 100]: a number, or several along a first axis of the result.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="method">Between neighbours: linear, lower, higher, midpoint or nearest.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Percentile(new float[] { 1, 2, 4 }, 75); // 3</code></example>
    public static Tensor Percentile(
        Tensor x, Tensor q, Axes? axis = null, string method = "linear", bool keepdims = false) =>
        new PercentileOp(axis, Method(method, "Percentile"), keepdims).Apply(x, q);

    /// <summary>The middle element in order, or the mean of the two in the middle.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Median(new float[] { 9, 1, 4 }); // 4</code></example>
    public static Tensor Median(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new MedianOp(axis, keepdims).Apply(x);

    /// <summary>The values below which given fractions of what is a number lie.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <param name="q">The fractions, within [0, 1]: a number, or several along a first axis of the result.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="method">Between neighbours: linear, lower, higher, midpoint or nearest.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nanquantile(new float[] { 1, 2, 4, float.NaN }, 0.75); // 3</code></example>
    public static Tensor Nanquantile(
        Tensor x, Tensor q, Axes? axis = null, string method = "linear", bool keepdims = false) =>
        new NanquantileOp(axis, Method(method, "Nanquantile"), keepdims).Apply(x, q);

    /// <summary>The values below which given percentages of what is a number lie.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <param name="q">The percentages, within [0, 100]: a number, or several along a first axis of the result.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="method">Between neighbours: linear, lower, higher, midpoint or nearest.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nanpercentile(new float[] { 1, 2, 4, float.NaN }, 75); // 3</code></example>
    public static Tensor Nanpercentile(
        Tensor x, Tensor q, Axes? axis = null, string method = "linear", bool keepdims = false) =>
        new NanpercentileOp(axis, Method(method, "Nanpercentile"), keepdims).Apply(x, q);

    /// <summary>The middle number in order, or the mean of the two in the middle.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nanmedian(new float[] { 9, 1, 4, float.NaN }); // 4</code></example>
    public static Tensor Nanmedian(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new NanmedianOp(axis, keepdims).Apply(x);

    private static string Method(string method, string operation) =>
        method is "linear" or "lower" or "higher" or "midpoint" or "nearest" ? method : throw new ArgumentException(
            $"{operation}: expected method to be one of linear, lower, higher, midpoint, nearest. " +
            $"Received: method='{method}'.", nameof(method));

    private static Tensor OfPercents(Tensor q) => Cast(q, Promotion.ToFloating(q.DType)) / 100;

    private sealed record PercentileOp(Axes? Axis, string Method, bool Keepdims) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Quantile(inputs[0], OfPercents(inputs[1]), Axis, Method, Keepdims);
    }

    private sealed record MedianOp(Axes? Axis, bool Keepdims) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Quantile(inputs[0], 0.5, Axis, "midpoint", Keepdims);
    }

    private sealed record NanpercentileOp(Axes? Axis, string Method, bool Keepdims) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Nanquantile(inputs[0], OfPercents(inputs[1]), Axis, Method, Keepdims);
    }

    private sealed record NanmedianOp(Axes? Axis, bool Keepdims) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Nanquantile(inputs[0], 0.5, Axis, "midpoint", Keepdims);
    }
}
