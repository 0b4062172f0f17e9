namespace Hornet;

public static partial class Ops
{
    /// <summary>Zeros, with values added up at some places.</summary>
    /// <param name="indices">Integers, of which the last axis indexes the first axes of the result.</param>
    /// <param name="values">The values at these places, with the other axes of the result.</param>
    /// <param name="shape">The shape of the result. What is out of range of it is left out.</param>
    /// <example><code>var y = Ops.Scatter(new[,] { { 0 }, { 2 } }, x, [4, 3]);</code></example>
    public static Tensor Scatter(Tensor indices, Tensor values, Shape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new ScatterOp(shape).Apply(indices, values);
    }

    private sealed record ScatterOp(Shape Shape) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            new ScatterUpdateOp("add").Apply(Zeros(Shape, inputs[1].DType), inputs[0], inputs[1]);
    }
}
