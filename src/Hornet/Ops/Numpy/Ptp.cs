namespace Hornet;

public static partial class Ops
{
    /// <summary>The greatest element less the smallest, over axes or over all.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="axis">The axes to look along; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var range = Ops.Ptp(x, axis: 0);</code></example>
    public static Tensor Ptp(Tensor x, Axes? axis = null, bool keepdims = false) => new PtpOp(axis, keepdims).Apply(x);

    private sealed record PtpOp(Axes? Axis, bool Keepdims) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            Require(ClassName, Kinds.Any & ~Kinds.Bool, "x", inputs[0].Spec);
            return Max(inputs[0], Axis, Keepdims) - Min(inputs[0], Axis, Keepdims);
        }
    }
}
