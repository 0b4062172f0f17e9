using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>A tensor of zeros.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="dtype">The dtype; floatx where null.</param>
    /// <example><code>var zeros = Ops.Zeros([2, 3]);</code></example>
    public static Tensor Zeros(Shape shape, DType? dtype = null) => Full(shape, 0, dtype);

    /// <summary>A tensor of ones.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="dtype">The dtype; floatx where null.</param>
    /// <example><code>var ones = Ops.Ones([2, 3]);</code></example>
    public static Tensor Ones(Shape shape, DType? dtype = null) => Full(shape, 1, dtype);

    /// <summary>A tensor whose contents are for others to give: zeros, since what memory held is no help.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="dtype">The dtype; floatx where null.</param>
    /// <example><code>var empty = Ops.Empty([2, 3]);</code></example>
    public static Tensor Empty(Shape shape, DType? dtype = null) => Zeros(shape, dtype);

    /// <summary>A tensor filled with a value.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="fillValue">A scalar, or a tensor that broadcasts to the shape.</param>
    /// <param name="dtype">The dtype; floatx where null.</param>
    /// <example><code>var sevens = Ops.Full([2, 3], 7);</code></example>
    public static Tensor Full(Shape shape, Tensor fillValue, DType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new FullOp(shape, dtype ?? Keras.Config.Floatx()).Apply(fillValue);
    }

    private sealed record FullOp(Shape Shape, DType DType) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec x) =>
            DType == DType.String ? throw new ArgumentException(
                $"{ClassName}: expected a dtype of numbers. Received: dtype={DType.KerasName()}.")
            : !Shape.IsKnown ? throw new ShapeException(ClassName, "a shape whose axes are all known", $"{Shape}")
            : Shape.Agree(Shape.Broadcast(x.Shape, Shape), Shape) ? new TensorSpec(Shape, DType)
            : throw new ShapeException(ClassName, $"a value that broadcasts to {Shape}", $"fillValue={x}");

        protected override TensorHandle Run(TensorHandle x) => RowMajor.Filled(Shape.Sizes, DType, x);

        // The tape sums it down.
        protected override Tensor? Vjp(Tensor g, Residuals saved) => Cast(g, saved.InputSpec(0).DType);
    }
}
