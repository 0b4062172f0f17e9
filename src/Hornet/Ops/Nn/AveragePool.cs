using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The mean of each window; of padding nothing is counted.</summary>
    /// <param name="inputs">A batch with 1 to 3 spatial axes, (batch, ..., channels) where channels are last.</param>
    /// <param name="poolSize">The size of a window, in each spatial axis.</param>
    /// <param name="strides">How far a window is from the next; <paramref name="poolSize"/> where null.</param>
    /// <param name="padding"><c>valid</c>: windows lie inside; <c>same</c>: they may reach over the edge.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <example><code>var y = Ops.AveragePool(new float[1, 8, 8, 3], poolSize: 2); // (1, 4, 4, 3)</code></example>
    public static Tensor AveragePool(
        Tensor inputs, Sizes poolSize, Sizes? strides = null, string padding = "valid", string? dataFormat = null) =>
        new AveragePoolOp(poolSize, strides, Lower(padding), Keras.Config.StandardizeDataFormat(dataFormat))
            .Apply(inputs);

    private sealed record AveragePoolOp(Sizes PoolSize, Sizes? Strides, string Padding, string DataFormat) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => new AverageWindowsOp(
            new Pooling(
                PoolSize, Strides ?? PoolSize, SlidingWindow.IsSame(Padding, ClassName), DataFormat == "channels_last"),
            ClassName).Apply(inputs[0]);
    }

    private sealed record AverageWindowsOp(PoolingRule Pooling, string Name) : UnaryPrimitive
    {
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.ToFloating(inputs[0].DType);

        protected override TensorSpec Infer(TensorSpec x) => x.DType.IsFloating()
            ? x with { Shape = Pooling.Infer(x, Name) }
            : throw new ShapeException(Name, "real numbers", $"inputs={x}");

        protected override TensorHandle Run(TensorHandle x)
        {
            var spec = Infer(new(Shape.FromSizes(x.Sizes), x.DType));
            if (spec.Shape.Size == 0)
            {
                return TensorHandle.Empty(x.DType, spec.Shape.Sizes);
            }

            using var wide = Wide(x);
            using var native = ImageLayout.ToNative(wide, Pooling.IsChannelsLast);
            using var pooled = Pooling.Average(native, x.Sizes);
            return Kernels.Narrow(ImageLayout.FromNative(pooled, Pooling.IsChannelsLast, x.Rank), x.DType);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            new AverageWindowsGradientOp(Pooling, saved.InputSpec(0).Shape).Apply(g);

        /// <summary>libtorch averages volumes in float32 and wider only.</summary>
        public static TensorHandle Wide(TensorHandle x) =>
            x.Rank == 5 && x.DType.IsHalf() ? Kernels.To(x, DType.Float32) : Kernels.Widen(x);
    }

    /// <summary>Spreads g evenly over the windows.</summary>
    private sealed record AverageWindowsGradientOp(PoolingRule Pooling, Shape Input) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec g) => g with { Shape = Input };

        protected override TensorHandle Run(TensorHandle g)
        {
            if (g.Count == 0)
            {
                return Kernels.Zeros(Input.Sizes, g.DType);
            }

            using var wide = AverageWindowsOp.Wide(g);
            using var native = ImageLayout.ToNative(wide, Pooling.IsChannelsLast);
            using var shape = TensorHandle.Empty(wide.DType, Input.Sizes); // its elements are not read
            using var x = ImageLayout.ToNative(shape, Pooling.IsChannelsLast);
            using var dx = Pooling.AverageGradient(native, x, Input.Sizes);
            return Kernels.Narrow(ImageLayout.FromNative(dx, Pooling.IsChannelsLast, Input.Rank), g.DType);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => new AverageWindowsOp(Pooling, ClassName).Apply(g);
    }
}
