namespace Hornet;

public static partial class Ops
{
    /// <summary>The Gaussian error linear unit: x times the share of a normal distribution below it.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="approximate">Whether that share is approximated by a tanh, which is faster.</param>
    /// <example><code>var y = Ops.Gelu(x, approximate: false);</code></example>
    public static Tensor Gelu(Tensor x, bool approximate = true) => new GeluOp(approximate).Apply(x);

    // x / 2 · (1 + erf(x / √2)), or x / 2 · (1 + tanh(√(2/π) · (x + 0.044715 x³)))
    private static Tensor GeluFormula(Tensor x, bool approximate)
    {
        var inner = approximate
            ? Tanh(double.Sqrt(2 / double.Pi) * (x + (0.044715 * (x * x * x))))
            : Erf(x * double.Sqrt(0.5));
        return x * 0.5 * (inner + 1);
    }

    private sealed record GeluOp(bool Approximate) : ActivationOp
    {
        protected override FusedActivationOp Fused => new(Approximate ? Ops.Fused.GeluTanh : Ops.Fused.Gelu);

        // Of a complex number there is no error function here.
        protected override Tensor Formula(Tensor x) => GeluFormula(x, Approximate || x.DType.IsComplex());
    }
}
