using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The logistic function of each element: <c>1 / (1 + exp(−x))</c>, between 0 and 1.</summary>
    /// <param name="x">Any tensor of floats.</param>
    /// <example><code>var y = Ops.Sigmoid(x);</code></example>
    public static Tensor Sigmoid(Tensor x) => new SigmoidOp().Apply(x);

    private sealed record SigmoidOp : FloatActivationOp
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorHandle Kernel(TensorHandle x) => Aten.Call("aten::sigmoid"u8, default, x);

        protected override Tensor? Vjp(Tensor g, Residuals saved) => new SigmoidGradientOp().Apply(g, saved.Output);
    }

    /// <summary>dx = g · y · (1 − y)</summary>
    private sealed record SigmoidGradientOp : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec g, TensorSpec y) => g;

        protected override TensorHandle Run(TensorHandle g, TensorHandle y) =>
            Aten.Call("aten::sigmoid_backward"u8, default, g, y);

        // d(g·y·(1 − y)) = y·(1 − y) dg + g·(1 − 2y) dy
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var y = saved.Input(1);
            return (
                saved.Wants(0) ? new SigmoidGradientOp().Apply(g, y) : null,
                saved.Wants(1) ? g * saved.Input(0) * (1 - 2 * y) : null);
        }
    }
}
