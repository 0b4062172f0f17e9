using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The logarithm of the softmax, without its rounding: <c>x − log Σ exp(x)</c>.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axis whose exponentials sum to 1.</param>
    /// <example><code>
    /// var logP = Ops.LogSoftmax(new float[] { -1, 0, 1 }); // −2.4076, −1.4076, −0.4076
    /// </code></example>
    public static Tensor LogSoftmax(Tensor x, int axis = -1) => new LogSoftmaxOp(axis).Apply(x);

    /// <summary>The logarithm of the softmax over several axes together.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axes whose exponentials sum to 1 together; all where null.</param>
    /// <example><code>var logP = Ops.LogSoftmax(x, axis: [0, 1]);</code></example>
    public static Tensor LogSoftmax(Tensor x, Axes? axis) => new LogSoftmaxOp(axis).Apply(x);

    private sealed record LogSoftmaxOp(Axes? Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            if (!inputs[0].DType.IsComplex())
            {
                return new LogSoftmaxKernelOp(Axis, ClassName).Apply(inputs);
            }

            var shifted = Shifted(inputs[0], Axis);
            return shifted - Log(Sum(Exp(shifted), Axis, keepdims: true));
        }
    }

    private sealed record LogSoftmaxKernelOp(Axes? Axis, string Name) : DistributionOp(Axis, Name)
    {
        protected override TensorHandle Run(TensorHandle x, long axis) =>
            Aten.Call("aten::log_softmax"u8, "int"u8, x, axis, Argument.None);

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            new LogSoftmaxGradientOp(Axis).Apply(g, saved.Output);
    }

    /// <summary>dx = g − exp(y) · Σ g</summary>
    private sealed record LogSoftmaxGradientOp(Axes? Axis) : DistributionGradientOp(Axis)
    {
        protected override TensorHandle Run(TensorHandle g, TensorHandle y, long axis) =>
            Aten.Call("aten::_log_softmax_backward_data"u8, default, g, y, axis, y.DType);

        // d(g − exp(y) · Σ g) = dg − Σ exp(y) dg − exp(y) · Σ g · dy
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var p = Exp(saved.Input(1));
            return (
                saved.Wants(0) ? g - Sum(g * p, Axis, true) : null,
                saved.Wants(1) ? -(g * p * Sum(saved.Input(0), Axis, true)) : null);
        }
    }
}
