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
    private sealed record MaxWindowsOp(Pooling Pooling, string Name) : Primitive
    {
        protected internal override Saves Saves => Saves.Outputs;

        protected override DType? OperandType(ReadOnlySpan<Tensor> inputs) =>
            inputs[0].DType == DType.Bool ? DType.Int32 : null;

        public override TensorSpec[] Infer(ReadOnlySpan<TensorSpec> inputs)
        {
            var y = inputs[0] with { Shape = Pooling.Infer(inputs[0], Name) };
            return [y, y with { DType = DType.Int64 }];
        }

        public override void Run(ReadOnlySpan<TensorHandle> inputs, Span<TensorHandle> outputs)
        {
            var (x, rank, dtype) = (inputs[0], inputs[0].Sizes.Length, inputs[0].DType);
            var plan = PoolingPlan.Of(Pooling, x.Sizes);
            using var wide = Views.Cast(x, ComputeType(dtype));
            using var native = ImageLayout.ToNative(wide, Pooling.IsChannelsLast);
            Span<TensorHandle> results = stackalloc TensorHandle[2];
            Aten.CallMany(
                rank == 5 ? "aten::max_pool3d_with_indices"u8 : "aten::max_pool2d_with_indices"u8,
                default,
                results,
                native,
                plan.Sizes,
                plan.Strides,
                plan.Padding,
                plan.Ones,
                Pooling.IsSame);
            using var pooled = Kept(plan, results[0], rank);
            outputs[0] = Views.Cast(pooled, dtype);
            outputs[1] = Kept(plan, results[1], rank);
        }

        public override Tensor?[] Vjp(ReadOnlySpan<Tensor?> g, Residuals saved) => g[0] is { } dy
            ? [new UnpoolOp(Pooling, saved.InputSpec(0).Shape).Apply(dy, saved.OutputAt(1))]
            : [null];

        private static DType ComputeType(DType dtype) => dtype.IsFloat8() ? DType.Float32
            : dtype.IsBareUnsigned() ? DType.Int64
            : dtype;

        private TensorHandle Kept(PoolingPlan plan, TensorHandle result, int rank)
        {
            using var all = result;
            using var kept = plan.Drop(all);
            return ImageLayout.FromNative(kept, Pooling.IsChannelsLast, rank);
        }
    }

    /// <summary>Zeros with g added at the places of the greatest elements: the gradient of a max pool.</summary>
    private sealed record UnpoolOp(Pooling Pooling, Shape Input) : BinaryPrimitive
    {
        protected internal override Saves Saves => Saves.Inputs;

        protected override TensorSpec Infer(TensorSpec g, TensorSpec places) => g with { Shape = Input };

        protected override TensorHandle Run(TensorHandle g, TensorHandle places)
        {
            var plan = PoolingPlan.Of(Pooling, Input.Sizes);
            using var nativeG = Native(plan, g);
            using var nativePlaces = Native(plan, places);
            using var shape = TensorHandle.Empty(g.DType, Input.Sizes); // its elements are not read
            using var x = ImageLayout.ToNative(shape, Pooling.IsChannelsLast);
            using var dx = Aten.Call(
                Input.Rank == 5
                    ? "aten::max_pool3d_with_indices_backward"u8 : "aten::max_pool2d_with_indices_backward"u8,
                default,
                nativeG,
                x,
                plan.Sizes,
                plan.Strides,
                plan.Padding,
                plan.Ones,
                Pooling.IsSame,
                nativePlaces);
            return ImageLayout.FromNative(dx, Pooling.IsChannelsLast, Input.Rank);
        }

        protected override (Tensor? X, Tensor? Y) Vjp(Tensor g, Residuals saved) =>
            (new PickWindowsOp(Pooling).Apply(g, saved.Input(1)), null);

        private TensorHandle Native(PoolingPlan plan, TensorHandle windows)
        {
            using var native = ImageLayout.ToNative(windows, Pooling.IsChannelsLast);
            return plan.Restore(native);
        }
    }

    /// <summary>The elements of x at the places of others' greatest elements: the gradient of that gradient.</summary>
    private sealed record PickWindowsOp(Pooling Pooling) : BinaryPrimitive
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
