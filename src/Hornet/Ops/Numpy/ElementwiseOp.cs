using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    private static ElementLowering? Lowered(Element? function) =>
        function is { } element ? new ElementLowering(element) : null;

    /// <summary>Element by element of one tensor.</summary>
    private abstract record MapOp : UnaryPrimitive
    {
        /// <summary>The kinds of elements that the op takes.</summary>
        protected virtual Kinds Accepts => Kinds.Any;

        /// <summary>What the op does with each element, where a compiled program can do it.</summary>
        protected virtual Element? Function => null;

        protected internal override bool TakesViews => Function is not null; // exact, or rounded once

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) => Lowered(Function);

        protected override TensorSpec Infer(TensorSpec x)
        {
            Require(ClassName, Accepts, "x", x);
            return x with { DType = ResultType(x.DType) };
        }

        /// <summary>The dtype of the result, of that of the operand.</summary>
        protected virtual DType ResultType(DType operand) => operand;
    }

    /// <summary>A function of floating-point numbers: integers and bools become floatx first.</summary>
    private abstract record FloatingOp : MapOp
    {
        // As in Keras, where float8 converts into no other dtype by itself.
        protected override Kinds Accepts => Kinds.Any & ~Kinds.Float8;

        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(inputs[0].DType);
    }

    /// <summary>A question about each element: bools, and no gradient.</summary>
    private abstract record PredicateOp : MapOp
    {
        protected sealed override DType ResultType(DType operand) => DType.Bool;

        protected sealed override Tensor? Vjp(Tensor g, Residuals saved) => null;
    }

    /// <summary>Element by element of two tensors that broadcast, brought to one dtype.</summary>
    private abstract record ElementwiseOp : BinaryPrimitive
    {
        /// <summary>The kinds of elements that the op takes.</summary>
        protected virtual Kinds Accepts => Kinds.Any;

        /// <summary>What the op does with each pair of elements, where a compiled program can do it.</summary>
        protected virtual Element? Function => null;

        protected internal override bool TakesViews => Function is not null; // exact, or rounded once

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) => Lowered(Function);

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.Common(inputs);

        protected override TensorSpec Infer(TensorSpec x, TensorSpec y)
        {
            if (!Accepts.Has(x.DType) || !Accepts.Has(y.DType))
            {
                throw new ShapeException(ClassName, $"tensors of {Words(Accepts)}", $"x1={x}, x2={y}");
            }

            return Shape.Broadcast(x.Shape, y.Shape) is { } shape
                ? new TensorSpec(shape, ResultType(x.DType))
                : throw new ShapeException(ClassName, "tensors whose shapes broadcast", $"x1={x}, x2={y}");
        }

        /// <summary>The dtype of the result, of that of the operands.</summary>
        protected virtual DType ResultType(DType operands) => operands;
    }

    /// <summary>A comparison: bools, and no gradient.</summary>
    private abstract record ComparisonOp : ElementwiseOp
    {
        // Of float8, which has no common dtype with others, as float32.
        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            inputs[0].DType.IsFloat8() || inputs[1].DType.IsFloat8()
                ? Promotion.Common(Kernels.Computable(inputs[0].DType), Kernels.Computable(inputs[1].DType))
                : Promotion.Common(inputs);

        protected sealed override DType ResultType(DType operands) => DType.Bool;

        protected sealed override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (null, null);
    }

    /// <summary>Of truth values: whatever is not zero counts as true.</summary>
    private abstract record LogicalOp : ElementwiseOp
    {
        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) => DType.Bool;

        protected sealed override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (null, null);
    }

    /// <summary>Of integers, some of bools. As in Keras a graph of floats can be built; it fails when run.</summary>
    private abstract record WholeOp : ElementwiseOp
    {
        protected sealed override Kinds Accepts => Kinds.Any & ~Kinds.Float8;

        /// <summary>The kinds of elements that the kernel takes.</summary>
        protected virtual Kinds Takes => Kinds.Integer;

        protected sealed override TensorHandle Run(TensorHandle x, TensorHandle y) => Takes.Has(x.DType)
            ? Compute(x, y)
            : throw new ShapeException(ClassName, $"tensors of {Words(Takes)}", $"x1={x}, x2={y}");

        protected abstract TensorHandle Compute(TensorHandle x, TensorHandle y);

        protected sealed override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) => (null, null);
    }

    /// <summary>About the divisors and the multiples of two integers.</summary>
    private abstract record DivisorOp : WholeOp
    {
        // Beside floats a literal counts as what it is alone: in a graph of Keras's it has the dtype of a tensor.
        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.Common(inputs) is var common && common.IsFloating()
                ? Promotion.Common(inputs[0].DType, inputs[1].DType)
                : common;
    }

    /// <summary>Bit by bit of integers or bools.</summary>
    private abstract record BitwiseOp : WholeOp
    {
        protected sealed override Kinds Takes => Kinds.Whole;
    }

    /// <summary>A function of two floating-point numbers: integers and bools become floatx first.</summary>
    private abstract record FloatingElementwiseOp : ElementwiseOp
    {
        protected override Kinds Accepts => Kinds.Floating;

        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs));
    }
}
