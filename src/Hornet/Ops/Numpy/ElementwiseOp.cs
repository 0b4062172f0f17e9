using Hornet.Autodiff;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Element by element of two tensors that broadcast, brought to one dtype.</summary>
    private abstract record ElementwiseOp : BinaryPrimitive
    {
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.Common(inputs);

        protected override TensorSpec Infer(TensorSpec x, TensorSpec y) =>
            Shape.Broadcast(x.Shape, y.Shape) is { } shape
                ? new TensorSpec(shape, ResultType(x.DType))
                : throw new ShapeException(ClassName, "tensors whose shapes broadcast", $"x1={x}, x2={y}");

        /// <summary>The dtype of the result, of that of the operands.</summary>
        protected virtual DType ResultType(DType operands) => operands;
    }

    /// <summary>A comparison: bools, and no gradient.</summary>
    private abstract record ComparisonOp : ElementwiseOp
    {
        protected sealed override DType ResultType(DType operands) => DType.Bool;

        protected sealed override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (null, null);
    }

    /// <summary>Bit by bit of integers or bools.</summary>
    private abstract record BitwiseOp : ElementwiseOp
    {
        protected sealed override TensorSpec Infer(TensorSpec x, TensorSpec y) =>
            x.DType.IsInteger() || x.DType == DType.Bool ? base.Infer(x, y)
            : throw new ShapeException(ClassName, "tensors of integers or bools", $"x1={x}, x2={y}");

        protected sealed override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (null, null);
    }

    /// <summary>A function of floating-point numbers: integers and bools become floatx first.</summary>
    private abstract record FloatingOp : UnaryPrimitive
    {
        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(inputs[0].DType);
    }
}
