using Hornet.Autodiff;
using Hornet.Native;

namespace Hornet;

public static partial class Ops
{
    /// <summary>The greatest element of each window.</summary>
    /// <param name="inputs">A batch with 1 to 3 spatial axes, (batch, ..., channels) where channels are last.</param>
    /// <param name="poolSize">The size of a window, in each spatial axis.</param>
    /// <param name="strides">How far a window is from the next; <paramref name="poolSize"/> where null.</param>
    /// <param name="padding"><c>valid</c>: windows lie inside; <c>same</c>: they may reach over the edge.</param>
    /// <param name="dataFormat"><c>channels_last</c> or <c>channels_first</c>; the global one where null.</param>
    /// <example><code>var y = Ops.MaxPool(new float[1, 8, 8, 3], poolSize: 2); // (1, 4, 4, 3)</code></example>
    public static Tensor MaxPool(
        Tensor inputs, Sizes poolSize, Sizes? strides = null, string padding = "valid", string? dataFormat = null) =>
        new MaxPoolOp(poolSize, strides, Lower(padding), Keras.Config.StandardizeDataFormat(dataFormat))
            .Apply(inputs);

    private sealed record MaxPoolOp(Sizes PoolSize, Sizes? Strides, string Padding, string DataFormat) : Composite
    {
        protected override Tensor Compute(ReadOnlySpan<Tensor> inputs) => new MaxWindowsOp(
            new Pooling(
                PoolSize, Strides ?? PoolSize, SlidingWindow.IsSame(Padding, ClassName), DataFormat == "channels_last"),
            ClassName).ApplyMany(inputs[0])[0];
    }

    /// <summary>The greatest element of each window, and where in its image it is.</summary>
    private sealed record MaxWindowsOp(PoolingRule Pooling, string Name) : Primitive
    {
        protected internal override Saves Saves => Saves.Outputs;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var x = inputs[0];
            var y = !x.DType.IsComplex() ? x with { Shape = Pooling.Infer(x, Name) }
                : throw new ShapeException(Name, "real numbers", $"inputs={x}");
            return [y, y with { DType = DType.Int64 }];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var x = inputs[0];
            var y = Infer([new(Shape.FromSizes(x.Sizes), x.DType)])[0];
            if (y.Shape.Size == 0)
            {
                outputs[0] = TensorHandle.Empty(y.DType, y.Shape.Sizes);
                outputs[1] = TensorHandle.Empty(DType.Int64, y.Shape.Sizes);
                return;
            }

            using var wide = x.DType == DType.Bool ? Kernels.To(x, DType.UInt8) : Kernels.Widen(x);
            using var native = ImageLayout.ToNative(wide, Pooling.IsChannelsLast);
            var (values, places) = Pooling.Max(native, x.Sizes);
            using (values)
            using (places)
            {
                var kept = ImageLayout.FromNative(values, Pooling.IsChannelsLast, x.Rank);
                outputs[0] = Kernels.Narrow(kept, x.DType);
                outputs[1] = ImageLayout.FromNative(places, Pooling.IsChannelsLast, x.Rank);
            }
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => g[0] is { } dy
            ? [new UnpoolOp(Pooling, saved.InputSpec(0).Shape).Apply(dy, saved.OutputAt(1))]
            : [null];
    }

    /// <summary>Zeros with g added at the places of the greatest elements: the gradient of a max pool.</summary>
    private sealed record UnpoolOp(PoolingRule Pooling, Shape Input) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec g, TensorSpec places) => g with { Shape = Input };

        protected override TensorHandle Run(TensorHandle g, TensorHandle places)
        {
            if (g.Count == 0)
            {
                return Kernels.Zeros(Input.Sizes, g.DType);
            }

            using var nativeG = ImageLayout.ToNative(g, Pooling.IsChannelsLast);
            using var nativePlaces = ImageLayout.ToNative(places, Pooling.IsChannelsLast);
            using var shape = TensorHandle.Empty(g.DType, Input.Sizes); // its elements are not read
            using var x = ImageLayout.ToNative(shape, Pooling.IsChannelsLast);
            using var dx = Pooling.MaxGradient(nativeG, x, nativePlaces, Input.Sizes);
            return ImageLayout.FromNative(dx, Pooling.IsChannelsLast, Input.Rank);
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (new PickWindowsOp(Pooling).Apply(g, saved.Input(1)), null);
    }

    /// <summary>The elements of x at the places of others' greatest elements: the gradient of that gradient.</summary>
    private sealed record PickWindowsOp(PoolingRule Pooling) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec x, TensorSpec places) => x with { Shape = places.Shape };

        protected override TensorHandle Run(TensorHandle x, TensorHandle places)
        {
            using var flatX = Flat(x);
            using var flatPlaces = Flat(places);
            using var y = Aten.Call(
                "aten::gather"u8, default, flatX, Pooling.IsChannelsLast ? 1L : 2L, flatPlaces, false);
            return RowMajor.Reshape(y, places.Sizes.ToArray());
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (new UnpoolOp(Pooling, saved.InputSpec(0).Shape).Apply(g, saved.Input(1)), null);

        // With all spatial axes as one.
        private TensorHandle Flat(TensorHandle x)
        {
            var sizes = x.Sizes;
            var all = 1L;
            foreach (var size in Pooling.IsChannelsLast ? sizes[1..^1] : sizes[2..])
            {
                all *= size;
            }

            return RowMajor.Reshape(x, Pooling.IsChannelsLast ? [sizes[0], all, sizes[^1]] : [sizes[0], sizes[1], all]);
        }
    }
}
