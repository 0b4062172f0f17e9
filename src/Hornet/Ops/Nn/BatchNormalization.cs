using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>
    /// Normalises an axis with given means and variances: <c>(x − mean) / √(variance + ε) · scale + offset</c>.
    /// </summary>
    /// <param name="x">Any tensor of floats.</param>
    /// <param name="mean">The mean of each place of the axis.</param>
    /// <param name="variance">The variance of each place of the axis.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="offset">What is added to each place of the axis; nothing where null.</param>
    /// <param name="scale">What each place of the axis is multiplied with; nothing where null.</param>
    /// <param name="epsilon">What is added to the variance, so that nothing is divided by zero.</param>
    /// <example><code>
    /// var (mean, variance) = Ops.Moments(x, axes: 0);
    /// var z = Ops.BatchNormalization(x, mean, variance, axis: -1);
    /// </code></example>
    public static Tensor BatchNormalization(
        Tensor x,
        Tensor mean,
        Tensor variance,
        int axis,
        Tensor? offset = null,
        Tensor? scale = null,
        double epsilon = 1e-3)
    {
        Tensor?[] inputs = [x, mean, variance, offset, scale];
        return new BatchNormOp(axis, epsilon) { HasOffset = offset is not null, HasScale = scale is not null }
            .Apply([.. inputs.OfType<Tensor>()]);
    }

    private sealed record BatchNormOp(int Axis, double Epsilon) : Composite
    {
        public bool HasOffset { get; init; }

        public bool HasScale { get; init; }

        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs)
        {
            var (x, mean, variance) = (inputs[0], inputs[1], inputs[2]);
            var offset = HasOffset ? inputs[3] : null;
            var scale = HasScale ? inputs[^1] : null;
            var axis = x.Shape.Resolve(Axis, ClassName);
            Check("mean", mean, x, axis);
            Check("variance", variance, x, axis);
            Check("offset", offset, x, axis);
            Check("scale", scale, x, axis);

            // x · inv + (offset − mean · inv), with inv = scale / √(variance + ε)
            var inverse = Rsqrt(variance + Epsilon);
            inverse = scale is null ? inverse : inverse * scale;
            var shift = -mean * inverse;
            shift = offset is null ? shift : shift + offset;
            return new ScaleShiftOp(axis).Apply(x, inverse, shift);
        }

        private void Check(string name, Tensor? vector, Tensor x, int axis)
        {
            if (vector is not null && vector.Shape != [x.Shape[axis]])
            {
                throw new ShapeException(
                    ClassName, $"{name} to be a vector of the length of axis {axis} of x",
                        $"{name}={vector.Spec}, x={x.Spec}");
            }
        }
    }

    /// <summary>x · scale + shift, with a scale and a shift for each place of an axis.</summary>
    private sealed record ScaleShiftOp(int Axis) : Primitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => [inputs[0]];

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            MatrixLayout.Of(inputs[0].DType, inputs[0].Shape.Sizes, Axis) is not null
                ? new ElementLowering(Element.ScaleShift)
                : null;

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            if (MatrixLayout.Of(inputs[0].DType, inputs[0].Sizes, Axis) is var (rows, columns))
            {
                DenseKernels.Run(new ScaleShiftKernel(rows, columns), inputs, outputs);
            }
            else
            {
                outputs[0] = ChannelKernels.ScaleShift(inputs[0], inputs[1], inputs[2], Axis);
            }
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) =>
            new ScaleShiftGradientOp(Axis).ApplyMany(g[0]!, saved.Input(0), saved.Input(1));

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            Promotion.ToFloating(Promotion.Common(inputs));
    }

    /// <summary>dx = g · scale, dscale = Σ g · x, dshift = Σ g, in one go.</summary>
    private sealed record ScaleShiftGradientOp(int Axis) : Primitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs) => [inputs[1], inputs[2], inputs[2]];

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            MatrixLayout.Of(inputs[1].DType, inputs[1].Shape.Sizes, Axis) is var (rows, columns)
                ? new DenseLowering(new ColumnProductsKernel(rows, columns, hasScale: true))
                : null;

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            if (MatrixLayout.Of(inputs[1].DType, inputs[1].Sizes, Axis) is not var (rows, columns))
            {
                ChannelKernels.ScaleShiftGradient(inputs[0], inputs[1], inputs[2], Axis, outputs);
                return;
            }

            outputs[0] = TensorHandle.Empty(DType.Float32, inputs[1].Sizes);
            outputs[1] = TensorHandle.Empty(DType.Float32, inputs[2].Sizes);
            outputs[2] = TensorHandle.Empty(DType.Float32, inputs[2].Sizes);
            DenseKernels.RunInto(new ColumnProductsKernel(rows, columns, hasScale: true), inputs, outputs);
        }

        // What the three say of g, of x, and of the scale.
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> h, Residuals saved)
        {
            var (g, x, scale) = (saved.Input(0), saved.Input(1), saved.Input(2));
            Tensor? dg = null, dx = null, dscale = null;
            if (h[0] is { } hx)
            {
                var gradients = new ScaleShiftGradientOp(Axis).ApplyMany(hx, g, scale);
                (dg, dscale) = (gradients[0], gradients[1]);
            }

            if (h[1] is { } hscale)
            {
                var spread = Spread(hscale, x.Rank);
                (dg, dx) = (dg is null ? spread * x : dg + (spread * x), spread * g);
            }

            if (h[2] is { } hshift)
            {
                var spread = BroadcastTo(Spread(hshift, x.Rank), g.Shape);
                dg = dg is null ? spread : dg + spread;
            }

            return [dg, dx, dscale];
        }

        private Tensor Spread(Tensor vector, int rank)
        {
            int[] others = [.. Enumerable.Range(0, rank).Where(axis => axis != Axis)];
            return others.Length == 0 ? vector : ExpandDims(vector, others);
        }
    }
}
