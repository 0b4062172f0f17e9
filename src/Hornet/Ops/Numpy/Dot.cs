namespace Hornet;

public static partial class Ops
{
    /// <summary>The sum of products over the last axis of one tensor and the last axis but one of another.</summary>
    /// <param name="x1">Any tensor of numbers or bools.</param>
    /// <param name="x2">Any tensor; of a vector its only axis counts. With a scalar it is the product.</param>
    /// <example><code>var z = Ops.Dot(x, Ops.Transpose(y)); // (2, 2)</code></example>
    public static Tensor Dot(Tensor x1, Tensor x2) => new DotOp().Apply(x1, x2);

    /// <summary>The sum of products over the last axes of two tensors; with a scalar the product.</summary>
    /// <param name="x1">Any tensor of numbers or bools.</param>
    /// <param name="x2">Any tensor of numbers or bools.</param>
    /// <example><code>var z = Ops.Inner(x, y); // (2, 2)</code></example>
    public static Tensor Inner(Tensor x1, Tensor x2) => new InnerOp().Apply(x1, x2);

    /// <summary>The product of every element of one tensor with every element of another: a matrix.</summary>
    /// <param name="x1">Any tensor; it is flattened.</param>
    /// <param name="x2">Any tensor; it is flattened.</param>
    /// <example><code>var z = Ops.Outer(x, y); // (6, 6)</code></example>
    public static Tensor Outer(Tensor x1, Tensor x2) => new OuterOp().Apply(x1, x2);

    /// <summary>The sum of the products of two tensors' elements, of the first their complex conjugates.</summary>
    /// <param name="x1">Any tensor; it is flattened.</param>
    /// <param name="x2">A tensor of as many elements.</param>
    /// <example><code>var z = Ops.Vdot(x, y);</code></example>
    public static Tensor Vdot(Tensor x1, Tensor x2) => new VdotOp().Apply(x1, x2);

    private sealed record DotOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            inputs[0].Rank == 0 || inputs[1].Rank == 0
                ? Multiply(inputs[0], inputs[1])
                : Tensordot(inputs[0], inputs[1], (-1, inputs[1].Rank == 1 ? 0 : -2));
    }

    private sealed record InnerOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            inputs[0].Rank == 0 || inputs[1].Rank == 0
                ? Multiply(inputs[0], inputs[1])
                : Tensordot(inputs[0], inputs[1], (-1, -1));
    }

    private sealed record OuterOp : Composite
    {
        // Before they are flattened, so that a literal takes the dtype of the tensor beside it.
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var dtype = Promotion.Common(inputs);
            return Multiply(ExpandDims(Ravel(Cast(inputs[0], dtype)), -1), Ravel(Cast(inputs[1], dtype)));
        }
    }

    private sealed record VdotOp : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) =>
            Tensordot(Ravel(Conj(inputs[0])), Ravel(inputs[1]), axes: 1);
    }
}
