using Hornet.Native;

namespace Hornet;

/// <summary>
/// libtorch's own convolutions, of contiguous tensors with the channels last: views of them, so no copies.
/// </summary>
internal static class TorchConvolution
{
    /// <summary>
    /// Whether libtorch's rule gives as many windows: not where part of the input is out of their reach.
    /// </summary>
    public static bool Takes(ConvolutionShape shape) => Plan.Of(shape).GivesOutput;

    public static TensorHandle Product(ConvolutionShape shape, TensorHandle x, TensorHandle w)
    {
        var plan = Plan.Of(shape);
        using var input = plan.Padded(x);
        using var native = plan.ToNative(input);
        using var kernel = plan.KernelToNative(w);
        using var y = Aten.Convolution(
            native, kernel, null, plan.Strides, plan.Padding, plan.Dilations, false, plan.Nothing, shape.Groups);
        return plan.FromNative(y, shape.Rows, shape.OutputChannels);
    }

    public static TensorHandle InputGradient(ConvolutionShape shape, TensorHandle g, TensorHandle w)
    {
        var plan = Plan.Of(shape);
        using var gradient = plan.Gradient(g);
        using var kernel = plan.KernelToNative(w);
        using var sizes = TensorHandle.Empty(g.DType, plan.InputSizes); // its elements are not read
        using var input = plan.ToNative(sizes);
        var (dx, none) = Aten.ConvolutionBackward(
            gradient, input, kernel, plan.Strides, plan.Padding, plan.Dilations, false, plan.Nothing, shape.Groups,
                true, false);
        none.Dispose();
        using var owned = dx;
        return plan.Cut(dx);
    }

    public static TensorHandle KernelGradient(ConvolutionShape shape, TensorHandle x, TensorHandle g)
    {
        var plan = Plan.Of(shape);
        using var gradient = plan.Gradient(g);
        using var padded = plan.Padded(x);
        using var input = plan.ToNative(padded);
        using var sizes = TensorHandle.Empty(g.DType,
            [shape.PatchSize, shape.OutputChannels]); // its elements are not read
        using var kernel = plan.KernelToNative(sizes);
        var (none, dw) = Aten.ConvolutionBackward(
            gradient, input, kernel, plan.Strides, plan.Padding, plan.Dilations, false, plan.Nothing, shape.Groups,
                false, true);
        none.Dispose();
        using var owned = dw;
        return plan.KernelFromNative(dw);
    }

    /// <summary>
    /// What libtorch takes: as much padding as is equal on both sides. The input gets the rest before.
    /// </summary>
    private sealed record Plan(ConvolutionShape Shape, int Axes, long[] Padding, long[] RestLow, long[] RestHigh)
    {
        public long[] Nothing { get; } = new long[Axes];

        public bool GivesOutput
        {
            get
            {
                var (sizes, outputs, kernel) = (InputSizes, Shape.Output.Last(Axes), Shape.Kernel.Last(Axes));
                return Enumerable.Range(0, Axes).All(i => outputs[i] - 1 ==
                    (sizes[i + 1] + (2 * Padding[i]) - ((kernel[i] - 1) * Dilations[i]) - 1) / Strides[i]);
            }
        }

        public long[] Strides => Shape.Stride.Last(Axes);

        public long[] Dilations => Shape.Dilation.Last(Axes);

        public long[] InputSizes
        {
            get
            {
                var sizes = Shape.Input.Last(Axes);
                for (var i = 0; i < Axes; i++)
                {
                    sizes[i] += RestLow[i] + RestHigh[i];
                }

                return [Shape.Batch, .. sizes, Shape.Channels];
            }
        }

        // Sequences and images are images; only volumes have a depth.
        public static Plan Of(ConvolutionShape shape)
        {
            var axes = shape.Input.Depth == 1 && shape.Kernel.Depth == 1 && shape.Output.Depth == 1 ? 2 : 3;
            var plan = new Plan(shape, axes, new long[axes], new long[axes], new long[axes]);
            var (input, output, kernel) = (shape.Input.Last(axes), shape.Output.Last(axes), shape.Kernel.Last(axes));
            var low = shape.Low.Last(axes);
            for (var i = 0; i < axes; i++)
            {
                var end = ((output[i] - 1) * plan.Strides[i]) + ((kernel[i] - 1) * plan.Dilations[i]) + 1;
                var high = end - input[i] - low[i];
                plan.Padding[i] = Math.Max(Math.Min(low[i], high), 0);
                plan.RestLow[i] = low[i] - plan.Padding[i];
                plan.RestHigh[i] = Math.Max(high - plan.Padding[i], 0); // what no window reaches need not be cut off
            }

            return plan;
        }

        public TensorHandle Padded(TensorHandle x)
        {
            using var images = Aten.Reshape(x, [Shape.Batch, .. Shape.Input.Last(Axes), Shape.Channels]);
            if (RestLow.All(size => size == 0) && RestHigh.All(size => size == 0))
            {
                return images.NewReference();
            }

            var padded = RowMajor.Zeros(InputSizes, x.DType);
            using var inner = Inner(padded);
            RowMajor.Write(inner, images);
            return padded;
        }

        public TensorHandle Gradient(TensorHandle g)
        {
            using var images = Aten.Reshape(g, [Shape.Batch, .. Shape.Output.Last(Axes), Shape.OutputChannels]);
            return ToNative(images);
        }

        public TensorHandle ToNative(TensorHandle images) =>
            Aten.Permute(images, Axes == 2 ? [0, 3, 1, 2] : [0, 4, 1, 2, 3]);

        public TensorHandle KernelToNative(TensorHandle w)
        {
            using var kernel = Aten.Reshape(
                w, [.. Shape.Kernel.Last(Axes), Shape.GroupChannels, Shape.OutputChannels]);
            return Aten.Permute(kernel, Axes == 2 ? [3, 2, 0, 1] : [4, 3, 0, 1, 2]);
        }

        public TensorHandle KernelFromNative(TensorHandle w)
        {
            using var kernel = Aten.Permute(w, Axes == 2 ? [2, 3, 1, 0] : [2, 3, 4, 1, 0]);
            using var contiguous = kernel.Contiguous();
            return Aten.Reshape(contiguous, [Shape.PatchSize, Shape.OutputChannels]);
        }

        public TensorHandle FromNative(TensorHandle y, long rows, int channels)
        {
            using var images = Aten.Permute(y, Axes == 2 ? [0, 2, 3, 1] : [0, 2, 3, 4, 1]);
            using var contiguous = images.Contiguous();
            return Aten.Reshape(contiguous, [rows, channels]);
        }

        public TensorHandle Cut(TensorHandle dx)
        {
            using var images = Aten.Permute(dx, Axes == 2 ? [0, 2, 3, 1] : [0, 2, 3, 4, 1]);
            using var inner = Inner(images);
            using var contiguous = inner.Contiguous();
            return Aten.Reshape(contiguous, [(long)Shape.Batch * Shape.Input.Size, Shape.Channels]);
        }

        private TensorHandle Inner(TensorHandle padded)
        {
            var sizes = Shape.Input.Last(Axes);
            var inner = padded.NewReference();
            for (var i = 0; i < Axes; i++)
            {
                using var outer = inner;
                inner = Aten.Narrow(outer, i + 1, RestLow[i], sizes[i]);
            }

            return inner;
        }
    }
}
