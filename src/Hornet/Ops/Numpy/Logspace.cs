namespace Hornet;

public static partial class Ops
{
    /// <summary>Powers of a base, with exponents at equal distances between two ends.</summary>
    /// <param name="start">The first exponent, or a tensor of such.</param>
    /// <param name="stop">The last exponent; broadcasts with the start.</param>
    /// <param name="num">How many numbers.</param>
    /// <param name="endpoint">Whether the last exponent is the stop itself, or one step before it.</param>
    /// <param name="base">The base; 10 where null.</param>
    /// <param name="dtype">The dtype; a float that holds both ends where null.</param>
    /// <param name="axis">Where the numbers' axis is in the result.</param>
    /// <example><code>var grid = Ops.Logspace(0, 3, num: 4); // 1, 10, 100, 1000</code></example>
    public static Tensor Logspace(
        Tensor start,
        Tensor stop,
        int num = 50,
        bool endpoint = true,
        Tensor? @base = null,
        DType? dtype = null,
        int axis = 0)
    {
        var op = new LogspaceOp(num, endpoint, dtype, axis);
        return op.Apply(start, stop, @base ?? 10.0);
    }

    /// <summary>Numbers at equal ratios between two ends of one sign.</summary>
    /// <param name="start">The first number, or a tensor of such.</param>
    /// <param name="stop">The last number; broadcasts with the start.</param>
    /// <param name="num">How many numbers.</param>
    /// <param name="endpoint">Whether the last number is the stop itself, or one ratio before it.</param>
    /// <param name="dtype">The dtype; a float that holds both ends where null.</param>
    /// <param name="axis">Where the numbers' axis is in the result.</param>
    /// <example><code>var grid = Ops.Geomspace(1, 1000, num: 4); // 1, 10, 100, 1000</code></example>
    public static Tensor Geomspace(
        Tensor start, Tensor stop, int num = 50, bool endpoint = true, DType? dtype = null, int axis = 0) =>
        new GeomspaceOp(num, endpoint, dtype, axis).Apply(start, stop);

    private sealed record LogspaceOp(int Num, bool Endpoint, DType? DType, int Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var dtype = DType ?? Promotion.ToFloating(Promotion.Common(inputs[..2]));
            var exponents = Linspace(inputs[0], inputs[1], Num, Endpoint, Spaced(dtype), Axis);
            return Cast(Power(Cast(inputs[2], exponents.DType), exponents), dtype);
        }
    }

    private sealed record GeomspaceOp(int Num, bool Endpoint, DType? DType, int Axis) : Composite
    {
        // Of negative ends the negatives: ± 10 to the exponents between their logarithms.
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var dtype = DType ?? Promotion.ToFloating(Promotion.Common(inputs));
            var real = Spaced(dtype);
            var (start, stop) = (Cast(inputs[0], real), Cast(inputs[1], real));
            var sign = Where(LogicalAnd(start < 0, stop < 0), Constants.Scalar(-1, real), Constants.Scalar(1, real));
            var powers = Logspace(Log10(sign * start), Log10(sign * stop), Num, Endpoint, 10.0, real);
            return Cast(Moveaxis(sign * powers, 0, Axis), dtype);
        }
    }
}
