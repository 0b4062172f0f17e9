namespace Hornet;

public static partial class Ops
{
    /// <summary>A smooth ReLU: <c>log(1 + exp(x))</c>.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var y = Ops.Softplus(x);</code></example>
    public static Tensor Softplus(Tensor x) => new SoftplusOp().Apply(x);

    /// <summary>Between −1 and 1, which it nears slowly: <c>x / (1 + |x|)</c>.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var y = Ops.Softsign(x);</code></example>
    public static Tensor Softsign(Tensor x) => new SoftsignOp().Apply(x);

    /// <summary>A smooth ReLU without exponentials: <c>(x + √(x² + b)) / 2</c>.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="b">How smooth: 0 gives ReLU.</param>
    /// <example><code>var y = Ops.Squareplus(x);</code></example>
    public static Tensor Squareplus(Tensor x, double b = 4) => new SquareplusOp(b).Apply(x);

    /// <summary>0 below −1, x above 1, between <c>(x + 1)² / 4</c>.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var y = Ops.SparsePlus(x);</code></example>
    public static Tensor SparsePlus(Tensor x) => new SparsePlusOp().Apply(x);

    private sealed record SoftplusOp : ActivationOp
    {
        protected override FusedActivationOp Fused => new(Ops.Fused.Softplus);

        protected override Tensor Formula(Tensor x) => Logaddexp(x, ZerosLike(x));
    }

    private sealed record SoftsignOp : ActivationOp
    {
        protected override Tensor Formula(Tensor x) => x / (Absolute(x) + 1);
    }

    private sealed record SquareplusOp(double B) : ActivationOp
    {
        protected override Tensor Formula(Tensor x) => (x + Sqrt(Square(x) + B)) * 0.5;
    }

    private sealed record SparsePlusOp : ActivationOp
    {
        protected override Tensor Formula(Tensor x) => Where(x <= -1, 0, Where(x >= 1, x, Square(x + 1) * 0.25));
    }
}
