using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>A tensor filled with a value, of the shape of another.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="fillValue">A scalar, or a tensor that broadcasts to the shape.</param>
    /// <param name="dtype">The dtype; that of <paramref name="x"/> where null.</param>
    /// <example><code>var sevens = Ops.FullLike(x, 7);</code></example>
    public static Tensor FullLike(Tensor x, Tensor fillValue, DType? dtype = null) =>
        new FullLikeOp(dtype).Apply(x, fillValue);

    /// <summary>A tensor of the shape of another whose contents are for others to give: zeros.</summary>
    /// <param name="x">Any tensor.</param>
    /// <param name="dtype">The dtype; that of <paramref name="x"/> where null.</param>
    /// <example><code>var empty = Ops.EmptyLike(x);</code></example>
    public static Tensor EmptyLike(Tensor x, DType? dtype = null) => new EmptyLikeOp(dtype).Apply(x);

    private sealed record FullLikeOp(DType? DType) : BinaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x, TensorSpec y) =>
            Shape.Agree(Shape.Broadcast(x.Shape, y.Shape), x.Shape)
                ? x with { DType = DType ?? x.DType }
                : throw new ShapeException(ClassName, "a value that broadcasts to x", $"x={x}, fillValue={y}");

        protected override TensorHandle Run(TensorHandle x, TensorHandle y) =>
            RowMajor.Filled(x.Sizes, DType ?? x.DType, y);

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (null, Cast(g, saved.InputSpec(1).DType));
    }

    private sealed record EmptyLikeOp(DType? DType) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ZerosLike(inputs[0], DType);
    }
}
