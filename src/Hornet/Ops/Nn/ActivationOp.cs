namespace Hornet;

public static partial class Ops
{
    /// <summary>An activation: one node in a graph. Integers and bools become floatx first.</summary>
    private abstract record ActivationOp : Composite
    {
        /// <summary>The kernel that computes real numbers at once, where there is one.</summary>
        protected virtual FusedActivationOp? Fused => null;

        protected sealed override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var x = Floating(inputs[0]);
            return Fused is { } kernel && !x.DType.IsComplex() ? kernel.Apply(x)
                : x.DType.IsFloat8() ? Cast(Formula(Cast(x, DType.Float32)), x.DType)
                : Formula(x);
        }

        /// <summary>The function, in ops: of complex numbers, which are ordered as in JAX, as well.</summary>
        protected abstract Tensor Formula(Tensor x);

        /// <summary>The floats that are computed with.</summary>
        protected virtual Tensor Floating(Tensor x) => Cast(x, Promotion.ToFloating(x.DType));

        /// <summary>Floats only: of others JAX has no such function.</summary>
        protected Tensor FloatsOnly(Tensor x) => x.DType.IsFloating() || x.DType.IsComplex() ? x
            : throw new ShapeException(ClassName, "a tensor of floats", $"x={x.Spec}. Cast it with Ops.Cast");

        /// <summary>Numbers only, not bools.</summary>
        protected Tensor NumbersOnly(Tensor x) => x.DType != DType.Bool ? Cast(x, Promotion.ToFloating(x.DType))
            : throw new ShapeException(ClassName, "a tensor of numbers", $"x={x.Spec}. Cast it with Ops.Cast");
    }
}
