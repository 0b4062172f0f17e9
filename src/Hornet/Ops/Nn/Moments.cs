using Hornet.Autodiff;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The mean and the variance over axes.</summary>
    /// <param name="x">Any tensor of numbers; integers become floats. Half precision is computed in float32.</param>
    /// <param name="axes">The axes to compute over.</param>
    /// <param name="keepdims">Whether the axes stay, with size 1.</param>
    /// <param name="synchronized">Whether the batch is spread over several devices. Hornet computes on one.</param>
    /// <exception cref="NotSupportedException"><paramref name="synchronized"/> is true.</exception>
    /// <example><code>var (mean, variance) = Ops.Moments(x, axes: 0);</code></example>
    public static (Tensor Mean, Tensor Variance) Moments(
        Tensor x, Axes axes, bool keepdims = false, bool synchronized = false)
    {
        ArgumentNullException.ThrowIfNull(axes);
        var moments = new MomentsOp(axes, keepdims, synchronized).ApplyMany(x);
        return (moments[0], moments[1]);
    }

    private sealed record MomentsOp(Axes Axes, bool Keepdims, bool Synchronized) : Composite
    {
        private const double GreatestFloat16 = 65504;

        protected override Tensor[] ComputeMany(ReadOnlySpan<Tensor> inputs)
        {
            if (Synchronized)
            {
                throw new NotSupportedException(
                    "Moments: expected synchronized=false, since there is one device. Received: synchronized=true.");
            }

            var dtype = inputs[0].DType;
            if (!dtype.IsHalf())
            {
                return new MeanAndVarianceOp(Axes, Keepdims).ApplyMany(inputs);
            }

            var moments = new MeanAndVarianceOp(Axes, Keepdims).ApplyMany(Cast(inputs[0], DType.Float32));
            return Array.ConvertAll(moments, x => Cast(Clip(x, -GreatestFloat16, GreatestFloat16), dtype));
        }

        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => ComputeMany(inputs)[0];
    }

    /// <summary>The mean and the mean squared distance from it, in one go.</summary>
    private sealed record MeanAndVarianceOp(Axes Axes, bool Keepdims) : Primitive
    {
        protected internal override Saves Saves => Saves.Inputs | Saves.Outputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            var reduced = Axes.Resolve(x.Shape, "Moments");
            Shape shape = Keepdims
                ? [.. x.Shape.Select((size, axis) => reduced.Contains(axis) ? 1 : size)]
                : [.. x.Shape.Where((_, axis) => !reduced.Contains(axis))];
            return [x with { Shape = shape }, new(shape, x.DType.RealPart())];
        }

        protected internal override Lowering? LoweringOf(ReadOnlySpan<TensorSpec> inputs) =>
            KernelOf(inputs[0]) is { } kernel ? new DenseLowering(kernel) : null;

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var x = inputs[0];
            var spec = new TensorSpec(Shape.FromSizes(x.Sizes), x.DType);
            if (KernelOf(spec) is { } kernel)
            {
                var sizes = Infer([spec])[0].Shape.Sizes;
                outputs[0] = TensorHandle.Empty(x.DType, sizes);
                outputs[1] = TensorHandle.Empty(x.DType, sizes);
                DenseKernels.RunInto(kernel, inputs, outputs);
                return;
            }

            using var wide = Kernels.Widen(x);
            if (OneAxisLeft(Shape.FromSizes(x.Sizes)) is { } axis && wide.Count > 0 && !wide.DType.IsComplex())
            {
                ByChannel(wide, axis, outputs);
            }
            else
            {
                InGeneral(wide, outputs);
            }

            outputs[0] = Kernels.Narrow(outputs[0], x.DType);
            outputs[1] = Kernels.Narrow(outputs[1], x.DType.RealPart());
        }

        // dx = g_mean / n + 2 (x − mean) / n · g_variance, of complex numbers its conjugate
        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved)
        {
            var (x, count) = (saved.Input(0), Count(saved));
            if (g[1] is not { } variance)
            {
                return [BroadcastTo(Kept(g[0]! / count, x.Shape), x.Shape)];
            }

            var slope = variance * (2 / count);
            var shift = g[0] is { } mean ? mean / count : null;
            if (OneAxisLeft(x.Shape) is { } axis && !x.DType.IsComplex())
            {
                // As x · slope + (shift − mean · slope), in one go.
                var rest = -saved.OutputAt(0) * slope;
                rest = shift is null ? rest : rest + shift;
                return [new ScaleShiftOp(axis).Apply(x, Ravel(slope), Ravel(rest))];
            }

            var distance = x - Kept(saved.OutputAt(0), x.Shape);
            var spread = (x.DType.IsComplex() ? Conjugate(distance) : distance) * Kept(slope, x.Shape);
            return [shift is null ? spread : spread + Kept(shift, x.Shape)];
        }

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.ToFloating(inputs[0].DType);

        private static double Count(Residuals saved) =>
            saved.InputSpec(0).Shape.Size / (double)Math.Max(saved.OutputSpec(0).Shape.Size, 1);

        private ColumnMomentsKernel? KernelOf(TensorSpec x) =>
            OneAxisLeft(x.Shape) is { } axis
                && MatrixLayout.Of(x.DType, x.Shape.Sizes, axis) is var (rows, columns)
                    ? new ColumnMomentsKernel(rows, columns)
                    : null;

        private int? OneAxisLeft(Shape shape) =>
            Enumerable.Range(0, shape.Rank).Except(Axes.Resolve(shape,
                "Moments")).ToArray() is [var axis] ? axis : null;

        private Tensor Kept(Tensor value, Shape input) => Keepdims || Axes.Count == 0 ? value
            : ExpandDims(value, Axes.Create(Axes.Resolve(input, "Moments")));

        // Of images, libtorch's kernel for batch normalization is several times faster than that for variances.
        private void ByChannel(TensorHandle x, int axis, Span<TensorHandle> outputs)
        {
            using var channels = ChannelView.Of(x, axis);
            Span<TensorHandle> moments = stackalloc TensorHandle[2];
            Aten.CallMany(
                "aten::batch_norm_update_stats"u8, default, moments, channels, Argument.None, Argument.None, 0.0);
            for (var i = 0; i < moments.Length; i++)
            {
                outputs[i] = moments[i];
                if (Keepdims)
                {
                    var sizes = new long[x.Rank];
                    Array.Fill(sizes, 1);
                    sizes[axis] = x.Sizes[axis];
                    outputs[i] = Aten.Reshape(moments[i], sizes);
                    moments[i].Dispose();
                }
            }
        }

        private void InGeneral(TensorHandle x, Span<TensorHandle> outputs)
        {
            if (Axes.Count == 0)
            {
                outputs[0] = x.NewReference();
                outputs[1] = RowMajor.Zeros(x.Sizes, x.DType.RealPart());
                return;
            }

            Span<TensorHandle> results = stackalloc TensorHandle[2];
            Aten.CallMany(
                "aten::var_mean"u8, "dim"u8, results, x, Argument.Some(Axes.Places), false, Keepdims);
            (outputs[0], outputs[1]) = (results[1], results[0]);
        }
    }
}
