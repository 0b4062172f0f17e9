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

    private sealed record AverageWindowsOp(Pooling Pooling, string Name) : UnaryPrimitive
    {
        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) => Promotion.ToFloating(inputs[0].DType);

        protected override TensorSpec Infer(TensorSpec x) => x with { Shape = Pooling.Infer(x, Name) };

        protected override TensorHandle Run(TensorHandle x)
        {
            var plan = PoolingPlan.Of(Pooling, x.Sizes);
            using var wide = Views.Cast(x, ComputeType(x));
            using var native = ImageLayout.ToNative(wide, Pooling.IsChannelsLast);
            using var pooled = Aten.Call(
                x.Sizes.Length == 5 ? "aten::avg_pool3d"u8 : "aten::avg_pool2d"u8,
                default,
                native,
                plan.Sizes,
                plan.Strides,
                plan.Padding,
                Pooling.IsSame,
                false,
                Argument.None);
            using var kept = plan.Drop(pooled);
            using var y = ImageLayout.FromNative(kept, Pooling.IsChannelsLast, x.Sizes.Length);
            return Views.Cast(y, x.DType);
        }

        /// <summary>libtorch averages volumes in float32 and wider only, and stores float8 only.</summary>
        public static DType ComputeType(TensorHandle x) =>
            x.DType.IsFloat8() || (x.Sizes.Length == 5 && x.DType.IsHalf()) ? DType.Float32 : x.DType;

        protected override Tensor? Vjp(Tensor g, Residuals saved) =>
            new AverageWindowsGradientOp(Pooling, saved.InputSpec(0).Shape).Apply(g);
    }

    /// <summary>Spreads g evenly over the windows.</summary>
    private sealed record AverageWindowsGradientOp(Pooling Pooling, Shape Input) : UnaryPrimitive
    {
        protected override TensorSpec Infer(TensorSpec g) => g with { Shape = Input };

        protected override TensorHandle Run(TensorHandle g)
        {
            var plan = PoolingPlan.Of(Pooling, Input.Sizes);
            using var wide = Views.Cast(g, AverageWindowsOp.ComputeType(g));
            using var native = ImageLayout.ToNative(wide, Pooling.IsChannelsLast);
            using var all = plan.Restore(native);
            using var shape = TensorHandle.Empty(wide.DType, Input.Sizes); // its elements are not read
            using var x = ImageLayout.ToNative(shape, Pooling.IsChannelsLast);
            using var dx = Aten.Call(
                Input.Rank == 5 ? "aten::avg_pool3d_backward"u8 : "aten::avg_pool2d_backward"u8,
                default,
                all,
                x,
                plan.Sizes,
                plan.Strides,
                plan.Padding,
                Pooling.IsSame,
                false,
                Argument.None);
            using var spread = ImageLayout.FromNative(dx, Pooling.IsChannelsLast, Input.Rank);
            return Views.Cast(spread, g.DType);
        }

        protected override Tensor? Vjp(Tensor g, Residuals saved) => new AverageWindowsOp(Pooling, ClassName).Apply(g);
    }
}
