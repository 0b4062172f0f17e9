namespace Hornet;

public static partial class Ops
{
    /// <summary>The sum over axes, or over all, of what is a number.</summary>
    /// <param name="x">Any tensor of numbers; bools and small integers add up in 32 bits.</param>
    /// <param name="axis">The axes to sum over; all where null.</param>
    /// <param name="keepdims">Whether the summed axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nansum(new[] { float.NaN, 1, 2 }); // 3</code></example>
    public static Tensor Nansum(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new NansumOp(axis, keepdims).Apply(x);

    /// <summary>The product over axes, or over all, of what is a number.</summary>
    /// <param name="x">Any tensor of numbers; bools and small integers multiply in 32 bits.</param>
    /// <param name="axis">The axes to multiply over; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nanprod(new[] { float.NaN, 3, 2 }); // 6</code></example>
    public static Tensor Nanprod(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new NanprodOp(axis, keepdims).Apply(x);

    /// <summary>The mean over axes, or over all, of what is a number.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axes to average over; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nanmean(new[] { float.NaN, 1, 2 }); // 1.5</code></example>
    public static Tensor Nanmean(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new NanmeanOp(axis, keepdims).Apply(x);

    /// <summary>The variance over axes, or over all, of what is a number.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axes to compute over; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nanvar(new[] { float.NaN, 1, 2 }); // 0.25</code></example>
    public static Tensor Nanvar(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new NanvarOp(axis, keepdims).Apply(x);

    /// <summary>The standard deviation over axes, or over all, of what is a number.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axes to compute over; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Nanstd(new[] { float.NaN, 1, 2 }); // 0.5</code></example>
    public static Tensor Nanstd(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new NanstdOp(axis, keepdims).Apply(x);

    /// <summary>The sums along an axis of what is a number up to each element.</summary>
    /// <param name="x">Any tensor of numbers; bools become int32.</param>
    /// <param name="axis">The axis to go along; where null the flat tensor.</param>
    /// <param name="dtype">The dtype to add in.</param>
    /// <example><code>var z = Ops.Nancumsum(new[] { 1, float.NaN, 2 }); // 1, 1, 3</code></example>
    public static Tensor Nancumsum(Tensor x, int? axis = null, DType? dtype = null) =>
        new NancumsumOp(axis, dtype).Apply(x);

    /// <summary>The products along an axis of what is a number up to each element.</summary>
    /// <param name="x">Any tensor of numbers; bools become int32.</param>
    /// <param name="axis">The axis to go along; where null the flat tensor.</param>
    /// <param name="dtype">The dtype to multiply in.</param>
    /// <example><code>var z = Ops.Nancumprod(new[] { 2, float.NaN, 3 }); // 2, 2, 6</code></example>
    public static Tensor Nancumprod(Tensor x, int? axis = null, DType? dtype = null) =>
        new NancumprodOp(axis, dtype).Apply(x);

    /// <summary>What is not a number replaced by one that changes no result; infinities stay.</summary>
    private static Tensor WithoutNan(Tensor x, double neutral) =>
        NanToNum(x, neutral, double.PositiveInfinity, double.NegativeInfinity);

    private static Tensor CountNumbers(Tensor x, Axes? axis, bool keepdims) =>
        Sum(Cast(Equal(x, x), x.DType.RealPart()), axis, keepdims);

    private sealed record NansumOp(Axes? Axis, bool Keepdims) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Sum(WithoutNan(inputs[0], 0), Axis, Keepdims);
    }

    private sealed record NanprodOp(Axes? Axis, bool Keepdims) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Prod(WithoutNan(inputs[0], 1), Axis, Keepdims);
    }

    private sealed record NanmeanOp(Axes? Axis, bool Keepdims) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = Cast(inputs[0], Promotion.ToFloating(inputs[0].DType));
            return Nansum(x, Axis, Keepdims) / CountNumbers(x, Axis, Keepdims);
        }
    }

    private sealed record NanvarOp(Axes? Axis, bool Keepdims) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = Cast(inputs[0], Promotion.ToFloating(inputs[0].DType));
            var distance = WithoutNan(x - Nanmean(x, Axis, keepdims: true), 0);
            var squares = x.DType.IsComplex() ? Real(distance * Conjugate(distance)) : Square(distance);
            return Sum(squares, Axis, Keepdims) / CountNumbers(x, Axis, Keepdims);
        }
    }

    private sealed record NanstdOp(Axes? Axis, bool Keepdims) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Sqrt(Nanvar(inputs[0], Axis, Keepdims));
    }

    private sealed record NancumsumOp(int? Axis, DType? DType) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Cumsum(WithoutNan(inputs[0], 0), Axis, DType);
    }

    private sealed record NancumprodOp(int? Axis, DType? DType) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Cumprod(WithoutNan(inputs[0], 1), Axis, DType);
    }
}
