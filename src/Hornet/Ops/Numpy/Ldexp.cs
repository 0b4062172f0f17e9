namespace Hornet;

public static partial class Ops
{
    /// <summary>x1 times 2 to the power of x2, element by element.</summary>
    /// <param name="x1">Any tensor of real numbers; integers become floats.</param>
    /// <param name="x2">A tensor of integers that broadcasts with the first.</param>
    /// <example><code>var z = Ops.Ldexp(new float[] { 1, 3 }, 2); // 4, 12</code></example>
    public static Tensor Ldexp(Tensor x1, Tensor x2) => new LdexpOp().Apply(x1, x2);

    private sealed record LdexpOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (x, exponent) = (inputs[0], inputs[1]);
            Require(ClassName, Kinds.Real, "x1", x.Spec);
            Require(ClassName, Kinds.Integer, "x2", exponent.Spec);
            var dtype = Promotion.ToFloating(Promotion.Common(inputs));

            // In two steps, since the power may be too large where the product is not.
            var half = FloorDivide(exponent, 2);
            return Cast(x, dtype) * Exp2(Cast(half, dtype)) * Exp2(Cast(exponent - half, dtype));
        }
    }
}
