namespace Hornet;

public static partial class Ops
{
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;

    /// <summary>The exponential linear unit: x where positive, elsewhere <c>alpha · (exp(x) − 1)</c>.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="alpha">What it falls to, negative.</param>
    /// <example><code>var y = Ops.Elu(x);</code></example>
    public static Tensor Elu(Tensor x, double alpha = 1) => new EluOp(alpha).Apply(x);

    /// <summary>The scaled exponential linear unit, which keeps mean 0 and variance 1 through many layers.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var y = Ops.Selu(x);</code></example>
    public static Tensor Selu(Tensor x) => new SeluOp().Apply(x);

    /// <summary>
    /// The continuous exponential linear unit: x, where negative <c>alpha · (exp(x / alpha) − 1)</c>.
    /// </summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="alpha">What it falls to, negative.</param>
    /// <example><code>var y = Ops.Celu(x);</code></example>
    public static Tensor Celu(Tensor x, double alpha = 1) => new CeluOp(alpha).Apply(x);

    // The exponential is taken of what is not positive only: elsewhere it could be infinite, and its gradient NaN.
    private static Tensor EluFormula(Tensor x, double alpha, double scale = 1)
    {
        var isPositive = x > 0;
        var negative = Expm1(Where(isPositive, 0, x));
        return Where(isPositive, scale == 1 ? x : x * scale,
            alpha * scale == 1 ? negative : negative * (alpha * scale));
    }

    private sealed record EluOp(double Alpha) : ActivationOp
    {
        protected override Tensor Formula(Tensor x) => EluFormula(x, Alpha);
    }

    private sealed record SeluOp : ActivationOp
    {
        protected override Tensor Formula(Tensor x) => EluFormula(x, SeluAlpha, SeluScale);
    }

    private sealed record CeluOp(double Alpha) : ActivationOp
    {
        protected override Tensor Formula(Tensor x) =>
            Maximum(x, 0) + (Alpha * Expm1(Minimum(x, 0) / Alpha));
    }
}
