namespace Hornet;

public static partial class Ops
{
    /// <summary>The elements that indices name along an axis, place by place: what argsort gives.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="indices">
    /// Integers, negative from the end; the other axes broadcast. What is out of range is filled as by
    /// <see cref="Take"/>.
    /// </param>
    /// <param name="axis">The axis; the flattened tensor is indexed where null.</param>
    /// <example><code>var first = Ops.TakeAlongAxis(x, new[,] { { 0 }, { 2 } }, axis: 1); // (2, 1)</code></example>
    public static Tensor TakeAlongAxis(Tensor x, Tensor indices, int? axis = null) =>
        new TakeAlongAxisOp(axis).Apply(x, indices);

    private sealed record TakeAlongAxisOp(int? Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (x, indices) = (inputs[0], inputs[1]);
            if (Axis is { } axis)
            {
                return new GatherAlongOp(x.Shape.Resolve(axis, ClassName)).Apply(x, indices);
            }

            return indices.Rank == 1 ? new GatherAlongOp(0).Apply(Ravel(x), indices) : throw new ShapeException(
                ClassName, "indices of 1 axis where axis is null", $"indices={indices.Spec}");
        }
    }
}
