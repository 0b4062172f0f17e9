using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The variance over axes, or over all: the mean squared distance from the mean.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axes to compute over; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var variance = Ops.Var(x, axis: 0);</code></example>
    public static Tensor Var(Tensor x, Axes? axis = null, bool keepdims = false) => new VarOp(axis, keepdims).Apply(x);

    /// <summary>The standard deviation over axes, or over all: the square root of the variance.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axes to compute over; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var deviation = Ops.Std(x, axis: 0);</code></example>
    public static Tensor Std(Tensor x, Axes? axis = null, bool keepdims = false) => new StdOp(axis, keepdims).Apply(x);

    private sealed record VarOp(Axes? Axis, bool Keepdims) : ReductionOp(Axis, Keepdims)
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.ToFloating(inputs[0].DType);

        protected override DType ResultType(DType operand) => operand.RealPart();

        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims) =>
            Aten.Call("aten::var"u8, "dim"u8, x, Argument.Some(axes), false, keepdims);

        // dx = 2 (x − mean) / n · g, of complex numbers its conjugate
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var x = saved.Input(0);
            var distance = x - Mean(x, Axis, keepdims: true);
            return Kept(g * (2 / Count(saved)), x.Shape) * (x.DType.IsComplex() ? Conjugate(distance) : distance);
        }
    }

    private sealed record StdOp(Axes? Axis, bool Keepdims) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => Sqrt(Var(inputs[0], Axis, Keepdims));
    }
}
