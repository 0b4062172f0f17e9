using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The logistic function of each element: <c>1 / (1 + exp(−x))</c>, between 0 and 1.</summary>
    /// <param name="x">Any tensor of floats.</param>
    /// <example><code>var y = Ops.Sigmoid(x);</code></example>
    public static Tensor Sigmoid(Tensor x) => new SigmoidOp().Apply(x);

    /// <summary>
    /// The logarithm of the sigmoid, which stays finite where that underflows: <c>−log(1 + exp(−x))</c>.
    /// </summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var y = Ops.LogSigmoid(x);</code></example>
    public static Tensor LogSigmoid(Tensor x) => new LogSigmoidOp().Apply(x);

    /// <summary>A sigmoid of straight lines: 0 below −3, 1 above 3, between <c>x / 6 + 0.5</c>.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var y = Ops.HardSigmoid(x);</code></example>
    public static Tensor HardSigmoid(Tensor x) => new HardSigmoidOp().Apply(x);

    /// <summary>A steeper sigmoid of straight lines: 0 below −1, 1 above 1, between <c>(x + 1) / 2</c>.</summary>
    /// <param name="x">Any tensor of real numbers; integers become floats.</param>
    /// <example><code>var y = Ops.SparseSigmoid(x);</code></example>
    public static Tensor SparseSigmoid(Tensor x) => new SparseSigmoidOp().Apply(x);

    private static Tensor HardSigmoidFormula(Tensor x) => Minimum(Maximum(x + 3, 0), 6) / 6;

    private sealed record SigmoidOp : UnaryPrimitive
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override TensorSpec Infer(TensorSpec x) => x.DType.IsFloating() || x.DType.IsComplex()
            ? x
            : throw new ShapeException(ClassName, "a tensor of floats", $"x={x}. Cast it with Ops.Cast");

        protected override TensorHandle Run(TensorHandle x) => Kernels.Call("aten::sigmoid"u8, x);

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
                saved.Wants(1) ? g * saved.Input(0) * (1 - (2 * y)) : null);
        }
    }

    private sealed record LogSigmoidOp : ActivationOp
    {
        protected override FusedActivationOp Fused => new(Ops.Fused.LogSigmoid);

        protected override Tensor Floating(Tensor x) => NumbersOnly(x);

        protected override Tensor Formula(Tensor x) => -Softplus(-x);
    }

    private sealed record HardSigmoidOp : ActivationOp
    {
        protected override FusedActivationOp Fused => new(Ops.Fused.HardSigmoid);

        protected override Tensor Formula(Tensor x) => HardSigmoidFormula(x);
    }

    private sealed record SparseSigmoidOp : ActivationOp
    {
        protected override Tensor Formula(Tensor x) => 0.5 * Clip(x + 1, 0, 2);
    }
}
