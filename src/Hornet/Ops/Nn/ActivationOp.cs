using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>A function of each element that gives floats; integers and bools become floatx first.</summary>
    private abstract record ActivationOp : UnaryPrimitive
    {
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.ToFloating(inputs[0].DType);

        // libtorch only stores float8: it is computed with as float32.
        protected sealed override TensorHandle Run(TensorHandle x)
        {
            var dtype = x.DType;
            if (!dtype.IsFloat8())
            {
                return Kernel(x);
            }

            using var wide = Views.Cast(x, DType.Float32);
            using var y = Kernel(wide);
            return Views.Cast(y, dtype);
        }

        protected abstract TensorHandle Kernel(TensorHandle x);
    }

    /// <summary>An activation that is not defined of integers and bools, as in Keras on JAX.</summary>
    private abstract record FloatActivationOp : ActivationOp
    {
        protected sealed override DType? OperandType(ReadOnlySpan<Tensor> inputs) => null;

        protected override TensorSpec Infer(TensorSpec x) => x.DType.IsFloating() || x.DType.IsComplex()
            ? x
            : throw new ShapeException(ClassName, "a tensor of floats", $"x={x}. Cast it with Ops.Cast");
    }
}
