namespace Hornet;

public static partial class Ops
{
    /// <summary>How alike two vectors are where one is moved along the other: <c>cₖ = Σ xₙ₊ₖ ȳₙ</c>.</summary>
    /// <param name="x1">A vector.</param>
    /// <param name="x2">A vector.</param>
    /// <param name="mode"><c>valid</c>: where they overlap all along the shorter one; <c>same</c>: as many numbers as
    /// the longer one has; <c>full</c>: wherever they overlap.</param>
    /// <example><code>
    /// var z = Ops.Correlate(new float[] { 1, 2, 3 }, new float[] { 0, 1, 0.5f }); // 3.5
    /// </code></example>
    public static Tensor Correlate(Tensor x1, Tensor x2, string mode = "valid")
    {
        if (mode is not ("valid" or "same" or "full"))
        {
            throw new ArgumentException(
                $"Correlate: expected mode 'valid', 'same' or 'full'. Received: '{mode}'.", nameof(mode));
        }

        return new CorrelateOp(mode).Apply(x1, x2);
    }

    /// <summary>The correlation coefficients of each pair of variables: 1 of what moves together.</summary>
    /// <param name="x">A matrix, each row of which has the values of a variable; or one variable.</param>
    /// <example><code>var z = Ops.Corrcoef(new float[,] { { 1, 2, 3 }, { 3, 2, 1 } }); // 1, -1; -1, 1</code></example>
    public static Tensor Corrcoef(Tensor x) => new CorrcoefOp().Apply(x);

    private sealed record CorrelateOp(string Mode) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var dtype = Promotion.ToFloating(Promotion.Common(inputs));
            var (x, y) = (Cast(inputs[0], dtype), Conjugated(Cast(inputs[1], dtype))!);
            if (x.Shape is not [> 0] || y.Shape is not [> 0])
            {
                throw new ShapeException(
                    ClassName, "two vectors of known lengths, of 1 or more", $"x1={x.Spec}, x2={y.Spec}");
            }

            var isTurned = x.Shape[0] < y.Shape[0];
            (x, y) = isTurned ? (y, x) : (x, y);
            var count = y.Shape[0]!.Value;
            var (before, after) = Mode switch
            {
                "valid" => (0, 0),
                "same" => (count / 2, count - (count / 2) - 1),
                _ => (count - 1, count - 1),
            };
            var result = Matmul(new FramesOp(count, Step: 1).Apply(Pad(x, [(before, after)])), y);
            return isTurned ? Flip(result) : result;
        }
    }

    private sealed record CorrcoefOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = Cast(inputs[0], Promotion.ToFloating(inputs[0].DType));
            if (x.Rank is not (1 or 2))
            {
                throw new ShapeException(ClassName, "a matrix of variables in rows, or a vector", $"x={x.Spec}");
            }

            var rows = AtLeast2D(x);
            rows -= Mean(rows, axis: -1, keepdims: true);
            var products = Matmul(rows, Adjoint(rows));
            var lengths = Sqrt(Real(Diagonal(products)));
            var result = products / ExpandDims(lengths, 0) / ExpandDims(lengths, 1);
            result = result.DType.IsComplex() ? result : Clip(result, -1, 1);
            return x.Rank == 1 ? Squeeze(result, [0, 1]) : result;
        }
    }
}
