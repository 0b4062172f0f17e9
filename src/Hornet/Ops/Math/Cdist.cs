namespace Hornet;

public static partial class Ops
{
    /// <summary>The distance of each point of one set to each of another: <c>√Σ (x − y)²</c>.</summary>
    /// <param name="x">Points, as rows of matrices.</param>
    /// <param name="y">Points of as many coordinates.</param>
    /// <example><code>
    /// var z = Ops.Cdist(new float[,] { { 0, 0 } }, new float[,] { { 3, 4 }, { 0, 1 } }); // 5, 1
    /// </code></example>
    public static Tensor Cdist(Tensor x, Tensor y) => new CdistOp().Apply(x, y);

    private sealed record CdistOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (x, y) = (inputs[0], inputs[1]);
            if (x.Rank < 2 || y.Rank < 2 || !Shape.Agree(x.Shape[^1..], y.Shape[^1..]))
            {
                throw new ShapeException(
                    ClassName, "matrices of rows of one length", $"x={x.Spec}, y={y.Spec}");
            }

            var dtype = Promotion.ToFloating(Promotion.Common(inputs));
            var difference = ExpandDims(Cast(x, dtype), -2) - ExpandDims(Cast(y, dtype), -3);
            return Sqrt(Sum(Square(difference), axis: -1));
        }
    }
}
