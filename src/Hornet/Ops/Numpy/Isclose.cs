namespace Hornet;

public static partial class Ops
{
    /// <summary>Whether two elements are equal up to a tolerance: <c>|x1 − x2| ≤ atol + rtol · |x2|</c>.</summary>
    /// <param name="x1">Any tensor of numbers.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <param name="rtol">The tolerance, relative to x2.</param>
    /// <param name="atol">The tolerance added to that.</param>
    /// <param name="equalNan">Whether two elements that are not numbers are equal.</param>
    /// <example><code>var z = Ops.Isclose(x, y, atol: 1e-6);</code></example>
    public static Tensor Isclose(
        Tensor x1, Tensor x2, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false) =>
        new IscloseOp(equalNan).Apply(x1, x2, rtol, atol);

    /// <summary>Whether all elements of two tensors are equal up to a tolerance.</summary>
    /// <param name="x1">Any tensor of numbers.</param>
    /// <param name="x2">A tensor that broadcasts with the first.</param>
    /// <param name="rtol">The tolerance, relative to x2.</param>
    /// <param name="atol">The tolerance added to that.</param>
    /// <param name="equalNan">Whether two elements that are not numbers are equal.</param>
    /// <example><code>var z = Ops.Allclose(x, y, atol: 1e-6);</code></example>
    public static Tensor Allclose(
        Tensor x1, Tensor x2, double rtol = 1e-5, double atol = 1e-8, bool equalNan = false) =>
        new AllCloseOp(rtol, atol, equalNan).Apply(x1, x2);

    // The tolerances are inputs, as in Keras's saved files.
    private sealed record IscloseOp(bool EqualNan) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var dtype = Promotion.ToFloating(Promotion.Common(inputs[..2]));
            var (x, y) = (Cast(inputs[0], dtype), Cast(inputs[1], dtype));
            var (relative, absolute) = (Cast(inputs[2], dtype.RealPart()), Cast(inputs[3], dtype.RealPart()));
            var isNear = LessEqual(Abs(x - y), absolute + (relative * Abs(y)));

            // Infinities are near to themselves only.
            var isClose = LogicalOr(LogicalAnd(isNear, Isfinite(y)), Equal(x, y));
            return EqualNan ? LogicalOr(isClose, LogicalAnd(Isnan(x), Isnan(y))) : isClose;
        }
    }

    private sealed record AllCloseOp(double Rtol, double Atol, bool EqualNan) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            All(Isclose(inputs[0], inputs[1], Rtol, Atol, EqualNan));
    }
}
