namespace Hornet;

public static partial class Ops
{
    /// <summary>The norm of vectors or matrices.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="ord">Which norm; the square root of the sum of squares where null.</param>
    /// <param name="axis">One axis for vectors, two for matrices (rows, then columns); all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var length = Ops.Norm(new float[] { 3, 4 }); // 5</code></example>
    public static Tensor Norm(Tensor x, NormOrder? ord = null, Axes? axis = null, bool keepdims = false) =>
        new NormOp(ord, axis, keepdims).Apply(x);

    private sealed record NormOp(NormOrder? Ord, Axes? Axis, bool Keepdims) : Composite
    {
        private string AxisText => $"{Axis}" is { Length: > 0 } text ? text : "None";

        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            Require(ClassName, Kinds.Any & ~Kinds.Float8, "x", inputs[0].Spec);
            var x = Cast(inputs[0], Promotion.ToFloating(inputs[0].DType));
            int[] axes = Axis is null
                ? [.. Enumerable.Range(0, x.Rank)]
                : [.. Axis.Select(axis => x.Shape.Resolve(axis, ClassName))];
            return (Ord, axes) switch
            {
                (null, _) when Axis is null => Euclidean(x, axes),
                (_, [var axis]) => OfVectors(x, axis),
                (_, [var rows, var columns]) when rows != columns => OfMatrices(x, rows, columns),
                _ => throw new ShapeException(ClassName, "one axis, or two different ones",
                    $"x={x.Spec}, axis={AxisText}"),
            };
        }

        private Tensor OfVectors(Tensor x, int axis) => Ord switch
        {
            null or { Number: 2 } => Euclidean(x, axis),
            { Number: double.PositiveInfinity } => Max(Abs(x), axis, Keepdims),
            { Number: double.NegativeInfinity } => Min(Abs(x), axis, Keepdims),
            { Number: 0 } => Sum(Cast(NotEqual(x, 0), x.DType.RealPart()), axis, Keepdims),
            { Number: 1 } => Sum(Abs(x), axis, Keepdims),
            { Name: null, Number: var p } => Power(Sum(Power(Abs(x), p), axis, Keepdims), 1 / p),
            _ => throw new ArgumentException(
                $"Norm: expected ord to be a number, for vectors. Received: ord={Ord}, axis={AxisText}."),
        };

        private Tensor OfMatrices(Tensor x, int rows, int columns) => Ord switch
        {
            null or { Name: "fro" } => Euclidean(x, Axes.Create([rows, columns])),
            { Number: 1 } => Extreme(Sum(Abs(x), rows, keepdims: true), rows, columns, greatest: true),
            { Number: -1 } => Extreme(Sum(Abs(x), rows, keepdims: true), rows, columns, greatest: false),
            { Number: double.PositiveInfinity } =>
                Extreme(Sum(Abs(x), columns, keepdims: true), rows, columns, greatest: true),
            { Number: double.NegativeInfinity } =>
                Extreme(Sum(Abs(x), columns, keepdims: true), rows, columns, greatest: false),
            { Number: 2 or -2 } or { Name: "nuc" } => Spectral(x, rows, columns),
            _ => throw new ArgumentException(
                "Norm: expected ord to be one of 1, -1, 2, -2, ∞, -∞, 'fro', 'nuc', for matrices. " +
                $"Received: ord={Ord}, axis={AxisText}."),
        };

        // √Σ |x|²
        private Tensor Euclidean(Tensor x, Axes axes)
        {
            var squares = x.DType.IsComplex() ? Real(x * Conjugate(x)) : Square(x);
            return Sqrt(Sum(squares, axes, Keepdims));
        }

        // Of sums along one of the axes, which is of size 1 now.
        private Tensor Extreme(Tensor sums, int rows, int columns, bool greatest)
        {
            var axes = Axes.Create([rows, columns]);
            return greatest ? Max(sums, axes, Keepdims) : Min(sums, axes, Keepdims);
        }

        private Tensor Spectral(Tensor x, int rows, int columns)
        {
            var values = new ThinSvdOp().ApplyMany(Moveaxis(x, Axes.Create([rows, columns]), Axes.Create([-2, -1])))[1];
            var norm = Ord switch
            {
                { Number: 2 } => Max(values, -1),
                { Number: -2 } => Min(values, -1),
                _ => Sum(values, -1),
            };
            return Keepdims ? ExpandDims(norm, Axes.Create([rows, columns])) : norm;
        }
    }
}
