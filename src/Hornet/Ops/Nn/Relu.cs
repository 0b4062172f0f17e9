using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The positive part of each element: <c>max(x, 0)</c>.</summary>
    /// <param name="x">Any tensor of numbers; bools become int32.</param>
    /// <example><code>var y = Ops.Relu(x);</code></example>
    public static Tensor Relu(Tensor x) => new ReluOp().Apply(x);

    /// <summary>The positive part of each element, at most 6.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <example><code>var y = Ops.Relu6(x);</code></example>
    public static Tensor Relu6(Tensor x) => new Relu6Op().Apply(x);

    /// <summary>x, where negative times a slope.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats.</param>
    /// <param name="negativeSlope">The slope.</param>
    /// <example><code>var y = Ops.LeakyRelu(x);</code></example>
    public static Tensor LeakyRelu(Tensor x, double negativeSlope = 0.2) => new LeakyReluOp(negativeSlope).Apply(x);

    /// <summary>x, but at least −1 and at most 1.</summary>
    /// <param name="x">Any tensor of numbers; bools become int32.</param>
    /// <example><code>var y = Ops.HardTanh(x);</code></example>
    public static Tensor HardTanh(Tensor x) => new HardTanhOp().Apply(x);

    /// <summary>x where it is greater than a threshold, elsewhere another value.</summary>
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="threshold">The threshold.</param>
    /// <param name="defaultValue">The other value.</param>
    /// <example><code>var y = Ops.Threshold(x, 0.5, 0);</code></example>
    public static Tensor Threshold(Tensor x, Tensor threshold, Tensor defaultValue) =>
        IsLiteral(threshold, out var limit) && IsLiteral(defaultValue,
            out var value) && limit is not null && value is not null
            ? new ThresholdOp(limit.Value, value.Value).Apply(x)
            : Where(x > threshold, x, defaultValue);

    private sealed record ReluOp : UnaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected internal override Saves Saves => Saves.Outputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            inputs[0].DType == DType.Bool ? DType.Int32 : null;

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            new ElementLowering(Element.Relu);

        protected override TensorHandle Run(TensorHandle x) => x.DType switch
        {
            var dtype when dtype.IsUnsigned() => x.NewReference(),
            var dtype when dtype.IsComplex() => ComplexOrder.Pick(x, Constants.Scalar(0, dtype).Handle, latest: true),
            _ => Kernels.Call("aten::relu"u8, x),
        };

        protected override Tensor? Vjp(Tensor g, Residuals saved) => new ReluGradientOp().Apply(g, saved.Output);
    }

    /// <summary>dx = g where y > 0, else 0.</summary>
    private sealed record ReluGradientOp : BinaryPrimitive
    {
        protected internal override bool TakesViews => true;

        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec g, TensorSpec y) => g;

        protected internal override Lowering LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            new ElementLowering(Element.ReluGradient);

        protected override TensorHandle Run(TensorHandle g, TensorHandle y)
        {
            switch (y.DType)
            {
                case DType.Float32 when g.DType == DType.Float32:
                    return ReluKernel.Gradient<float>(g, y);
                case DType.Float64 when g.DType == DType.Float64:
                    return ReluKernel.Gradient<double>(g, y);
            }

            var zero = Constants.Scalar(0, y.DType).Handle;
            using var isPositive = y.DType.IsComplex()
                ? ComplexOrder.IsLess(zero, y)
                : Kernels.Call("aten::gt"u8, "Tensor"u8, y, zero);
            return Selection.Run(isPositive, g, Constants.Scalar(0, g.DType).Handle);
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (new ReluGradientOp().Apply(g, saved.Input(1)), null);
    }

    private sealed record Relu6Op : ActivationOp
    {
        // As in JAX no gradient flows on the edges.
        protected override Tensor Formula(Tensor x) => x.DType.IsComplex()
            ? Minimum(Maximum(x, 0), 6)
            : Where(x >= 6, 6, Relu(x));
    }

    private sealed record LeakyReluOp(double NegativeSlope) : ActivationOp
    {
        protected override Tensor Formula(Tensor x) => Where(x >= 0, x, NegativeSlope * x);
    }

    private sealed record HardTanhOp : ActivationOp
    {
        protected override Tensor Formula(Tensor x) => x.DType.IsUnsigned()
            ? Minimum(x, 1)
            : Where(x > 1, 1, Where(x < -1, -1, x));

        protected override Tensor Floating(Tensor x) => x.DType == DType.Bool ? Cast(x, DType.Int32) : x;
    }

    private sealed record ThresholdOp(Literal Threshold, Literal DefaultValue) : ActivationOp
    {
        protected override Tensor Formula(Tensor x) =>
            Where(x > Constants.Weak(Threshold), x, Constants.Weak(DefaultValue));

        protected override Tensor Floating(Tensor x) => x;
    }
}
