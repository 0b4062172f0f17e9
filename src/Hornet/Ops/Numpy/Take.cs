namespace Hornet;

public static partial class Ops
{
    /// <summary>The slices of an axis that indices name; negative ones count from the end.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="indices">
    /// Integers of any shape, which takes the place of the axis. Where they are out of range the result is NaN, of
    /// integers the most negative number (unsigned: the greatest), of bools true.
    /// </param>
    /// <param name="axis">The axis; the flattened tensor is indexed where null.</param>
    /// <example><code>var rows = Ops.Take(x, new[] { 1, 0, 1 }, axis: 0); // (3, 3)</code></example>
    public static Tensor Take(Tensor x, Tensor indices, int? axis = null) => new TakeOp(axis).Apply(x, indices);

    private sealed record TakeOp(int? Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Axis is { } axis
            ? new GatherSlicesOp(inputs[0].Shape.Resolve(axis, ClassName)).Apply(inputs[0], inputs[1])
            : new GatherSlicesOp(0).Apply(Ravel(inputs[0]), inputs[1]);
    }
}
