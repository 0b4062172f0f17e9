using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The logarithm of the sum of exponentials over axes, or over all, without overflow.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <param name="axis">The axes to sum over; all where null.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <example><code>var z = Ops.Logsumexp(x, axis: -1);</code></example>
    public static Tensor Logsumexp(Tensor x, Axes? axis = null, bool keepdims = false) =>
        new LogsumexpOp(axis, keepdims).Apply(x);

    private sealed record LogsumexpOp(Axes? Axis, bool Keepdims) : ReductionOp(Axis, Keepdims)
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        protected override Kinds Accepts => Kinds.AnyFloat;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.ToFloating(inputs[0].DType);

        protected override TensorHandle Run(TensorHandle x, long[] axes, bool keepdims) =>
            Aten.Call("aten::logsumexp"u8, default, x, axes, keepdims);

        // dx = g · exp(x − log Σ eˣ)
        protected override Tensor? Vjp(Tensor g, Residuals saved)
        {
            var x = saved.Input(0);
            return Kept(g, x.Shape) * Exp(x - Kept(saved.Output, x.Shape));
        }
    }
}
