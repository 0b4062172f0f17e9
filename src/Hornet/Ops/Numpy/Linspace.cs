namespace Hornet;

public static partial class Ops
{
    /// <summary>Numbers at equal distances between two ends.</summary>
    /// <param name="start">The first number, or a tensor of such.</param>
    /// <param name="stop">The last number; broadcasts with the start.</param>
    /// <param name="num">How many numbers.</param>
    /// <param name="endpoint">Whether the last number is the stop itself, or one step before it.</param>
    /// <param name="dtype">The dtype; a float that holds both ends where null. Integers are rounded down.</param>
    /// <param name="axis">Where the numbers' axis is in the result.</param>
    /// <example><code>var grid = Ops.Linspace(0, 1, num: 5); // 0, 0.25, 0.5, 0.75, 1</code></example>
    public static Tensor Linspace(
        Tensor start, Tensor stop, int num = 50, bool endpoint = true, DType? dtype = null, int axis = 0) =>
        new LinspaceOp(num, endpoint, dtype, axis).Apply(start, stop);

    /// <summary>Numbers at equal distances between two ends, and that distance.</summary>
    /// <param name="start">The first number, or a tensor of such.</param>
    /// <param name="stop">The last number; broadcasts with the start.</param>
    /// <param name="step">The distance: not a number where there are fewer than two points.</param>
    /// <param name="num">How many numbers.</param>
    /// <param name="endpoint">Whether the last number is the stop itself, or one step before it.</param>
    /// <param name="dtype">The dtype; a float that holds both ends where null. Integers are rounded down.</param>
    /// <param name="axis">Where the numbers' axis is in the result.</param>
    /// <example><code>var grid = Ops.Linspace(0, 1, out var step, num: 5); // a step of 0.25</code></example>
    public static Tensor Linspace(
        Tensor start,
        Tensor stop,
        out Tensor step,
        int num = 50,
        bool endpoint = true,
        DType? dtype = null,
        int axis = 0)
    {
        var between = endpoint ? num - 1 : num;
        var type = Promotion.ToFloating(Promotion.Common([start, stop]));
        step = between > 0 ? (Cast(stop, type) - Cast(start, type)) / between : Constants.Scalar(double.NaN, type);
        return Linspace(start, stop, num, endpoint, dtype, axis);
    }

    /// <summary>The dtype in which numbers of a series are computed: float8 has too few between two ends.</summary>
    private static DType Spaced(DType dtype) => dtype.IsFloat8() ? DType.Float32 : Promotion.ToFloating(dtype);

    private sealed record LinspaceOp(int Num, bool Endpoint, DType? DType, int Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            if (Num < 0)
            {
                throw new ArgumentException($"{ClassName}: expected num of 0 or more. Received: num={Num}.");
            }

            var dtype = DType ?? Promotion.ToFloating(Promotion.Common(inputs));
            var real = Spaced(dtype);
            var (start, stop) = (Cast(inputs[0], real), Cast(inputs[1], real));
            var points = Points(start, stop, real);
            return Cast(dtype.IsInteger() ? Floor(points) : points, dtype);
        }

        // start · (1 − t) + stop · t, which meets both ends exactly
        private Tensor Points(Tensor start, Tensor stop, DType dtype)
        {
            var t = Arange(Num, dtype: dtype) / Constants.Scalar(Math.Max(Endpoint ? Num - 1 : Num, 1), dtype);
            return Moveaxis((ExpandDims(start, -1) * (1 - t)) + (ExpandDims(stop, -1) * t), -1, Axis);
        }
    }
}
