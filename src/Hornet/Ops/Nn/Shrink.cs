namespace Hornet;

public static partial class Ops
{
    /// <summary>Brings each element nearer to 0 by the threshold; what is nearer becomes 0.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="threshold">By how much.</param>
    /// <example><code>var y = Ops.SoftShrink(x);</code></example>
    public static Tensor SoftShrink(Tensor x, double threshold = 0.5) => new SoftShrinkOp(threshold).Apply(x);

    /// <summary>Keeps each element, but for those nearer to 0 than the threshold, which become 0.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="threshold">How near.</param>
    /// <example><code>var y = Ops.HardShrink(x);</code></example>
    public static Tensor HardShrink(Tensor x, double threshold = 0.5) => new HardShrinkOp(threshold).Apply(x);

    /// <summary>What a tanh cuts off: <c>x − tanh(x)</c>.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var y = Ops.TanhShrink(x);</code></example>
    public static Tensor TanhShrink(Tensor x) => new TanhShrinkOp().Apply(x);

    private sealed record SoftShrinkOp(double Threshold) : ActivationOp
    {
        protected override Tensor Formula(Tensor x) =>
            Where(x > Threshold, x - Threshold, Where(x < -Threshold, x + Threshold, 0));
    }

    private sealed record HardShrinkOp(double Threshold) : ActivationOp
    {
        protected override Tensor Formula(Tensor x) => Where(Absolute(x) > Threshold, x, 0);
    }

    private sealed record TanhShrinkOp : ActivationOp
    {
        protected override Tensor Formula(Tensor x) => x - Tanh(x);
    }
}
