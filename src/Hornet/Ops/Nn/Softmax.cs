using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>Normalises an axis to a distribution: <c>exp(x) / Σ exp(x)</c>.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axis that sums to 1.</param>
    /// <example><code>var p = Ops.Softmax(new float[] { -1, 0, 1 }); // 0.0900, 0.2447, 0.6652</code></example>
    public static Tensor Softmax(Tensor x, int axis = -1) => new SoftmaxOp(axis).Apply(x);

    /// <summary>Normalises several axes together to a distribution.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="axis">The axes that sum to 1 together; all where null.</param>
    /// <example><code>var p = Ops.Softmax(x, axis: [0, 1]);</code></example>
    public static Tensor Softmax(Tensor x, Axes? axis) => new SoftmaxOp(axis).Apply(x);

    private sealed record SoftmaxOp(Axes? Axis) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            if (!inputs[0].DType.IsComplex())
            {
                return new SoftmaxKernelOp(Axis, ClassName).Apply(inputs);
            }

            var powers = Exp(Shifted(inputs[0], Axis));
            return powers / Sum(powers, Axis, keepdims: true);
        }
    }

    private static (int Rows, int N)? Layout(TensorSpec x, int axis) =>
        MatrixLayout.Of(x.DType, x.Shape.Sizes, axis);

    // Of complex numbers the greatest real part is what would overflow.
    private static Tensor Shifted(Tensor x, Axes? axis) => x - Max(Real(x), axis, keepdims: true);

    private sealed record SoftmaxKernelOp(Axes? Axis, string Name) : DistributionOp(Axis, Name)
    {
        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            Axis is { Count: 1 } && Layout(inputs[0], Axis[0]) is var (rows, n)
                ? new DenseLowering(new SoftmaxRows(rows, n))
                : null;

        protected override TensorHandle Run(TensorHandle x, long axis) =>
            MatrixLayout.Of(x.DType, x.Sizes, axis) is var (rows, n)
                ? RowKernel.Run(new SoftmaxRows(rows, n), x)
                : Aten.Call("aten::softmax"u8, "int"u8, x, axis, Argument.None);

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            new SoftmaxGradientOp(Axis).Apply(g, saved.Output);
    }

    /// <summary>dx = (g − Σ g·y) · y</summary>
    private sealed record SoftmaxGradientOp(Axes? Axis) : DistributionGradientOp(Axis)
    {
        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            Axis is { Count: 1 } && inputs[0] == inputs[1] && Layout(inputs[1], Axis[0]) is var (rows, n)
                ? new DenseLowering(new SoftmaxGradientRows(rows, n))
                : null;

        protected override TensorHandle Run(TensorHandle g, TensorHandle y, long axis) =>
            g.DType == y.DType && MatrixLayout.Of(y.DType, y.Sizes, axis) is var (rows, n)
                ? RowKernel.Run(new SoftmaxGradientRows(rows, n), g, y)
                : Aten.Call("aten::_softmax_backward_data"u8, default, g, y, axis, y.DType);

        // d((g − Σ g·y) · y) = (dg − Σ dg·y) · y + (g − Σ g·y) dy − g · Σ y dy
        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved)
        {
            var (inner, y) = (saved.Input(0), saved.Input(1));
            return (
                saved.Wants(0) ? new SoftmaxGradientOp(Axis).Apply(g, y) : null,
                saved.Wants(1) ? g * (inner - Sum(inner * y, Axis, true)) - inner * Sum(g * y, Axis, true) : null);
        }
    }

    /// <summary>
    /// A softmax or its logarithm of real numbers, over one axis or over several as if they were one.
    /// </summary>
    private abstract record DistributionOp(Axes? Axis, string Name) : UnaryPrimitive
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            inputs[0].DType == DType.Bool ? null : Promotion.ToFloating(inputs[0].DType);

        protected override TensorSpec Infer(TensorSpec x)
        {
            _ = Axis?.Resolve(x.Shape, Name);
            return x.DType.IsFloating()
                ? x
                : throw new ShapeException(Name, "a tensor of numbers", $"x={x}. Cast it with Ops.Cast");
        }

        protected sealed override TensorHandle Run(TensorHandle x) => x.DType.IsFloat8() ? RunWide(x)
            : Axis is { Count: 1 } ? Run(x, Axis[0])
            : OverAxes.Run(Axis, x, flat => Run(flat, 0));

        /// <summary>The kernel over one axis.</summary>
        protected abstract TensorHandle Run(TensorHandle x, long axis);

        private TensorHandle RunWide(TensorHandle x)
        {
            using var wide = Views.Cast(x, DType.Float32);
            using var y = Run(wide);
            return Views.Cast(y, x.DType);
        }
    }

    private abstract record DistributionGradientOp(Axes? Axis) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected sealed override TensorSpec Infer(TensorSpec g, TensorSpec y) => y;

        protected sealed override TensorHandle Run(TensorHandle g, TensorHandle y) => Axis is { Count: 1 }
            ? Run(g, y, Axis[0])
            : OverAxes.Run(Axis, g, y, (flatG, flatY) => Run(flatG, flatY, 0));

        protected abstract TensorHandle Run(TensorHandle g, TensorHandle y, long axis);
    }
}
