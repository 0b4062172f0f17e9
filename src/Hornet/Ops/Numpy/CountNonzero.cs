namespace Hornet;

public static partial class Ops
{
    /// <summary>How many elements along axes, or of all, are not zero, as int32.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="axis">The axes to count along; all where null.</param>
    /// <example><code>var count = Ops.CountNonzero(new[] { 0, 3, 5 }); // 2</code></example>
    public static Tensor CountNonzero(Tensor x, Axes? axis = null) => new CountNonzeroOp(axis).Apply(x);

    private sealed record CountNonzeroOp(Axes? Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Sum(NotEqual(inputs[0], 0), Axis);
    }
}
