namespace Hornet;

public static partial class Ops
{
    /// <summary>A tensor followed by another.</summary>
    /// <param name="x1">Any tensor.</param>
    /// <param name="x2">A tensor that differs from the first in the axis only.</param>
    /// <param name="axis">The axis; both are flattened where null.</param>
    /// <example><code>var z = Ops.Append(x, y, axis: 0); // (4, 3)</code></example>
    public static Tensor Append(Tensor x1, Tensor x2, int? axis = null) => new AppendOp(axis).Apply(x1, x2);

    private sealed record AppendOp(int? Axis) : Composite
    {
        // Before they are flattened, so that a literal takes the dtype of the tensor beside it.
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var dtype = Promotion.Common(inputs);
            var (x1, x2) = (Cast(inputs[0], dtype), Cast(inputs[1], dtype));
            return Axis is { } axis ? Concatenate([x1, x2], axis) : Concatenate([Ravel(x1), Ravel(x2)]);
        }
    }
}
