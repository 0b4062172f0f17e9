using System.Numerics;
using Hornet.Native;

namespace Hornet;

/// <summary>A convolution and its two gradients on bare handles, in Keras's layouts.</summary>
/// <remarks>
/// With channels last a kernel of Keras's is a matrix as it stands, and so a convolution is products of matrices.
/// libtorch's own is faster, and taken where <see cref="ConvolutionTrust"/> finds it right.
/// </remarks>
internal static class ConvolutionKernels
{
    private static readonly long[] s_first = [0];
    private static readonly long[] s_last = [-1];

    public static TensorHandle Product(Convolution convolution, TensorHandle x, TensorHandle w)
    {
        var shape = ConvolutionShape.Of(convolution, x.Sizes, w.Sizes, Groups(convolution, x.Sizes, w.Sizes));
        using var images = Images(convolution, x);
        using var kernel = Ready(w);
        using var y = Choose(ConvolutionKind.Product, shape, images, kernel, Product, TorchConvolution.Product);
        return Finish(convolution, y, [shape.Batch, .. shape.Output.Last(x.Rank - 2), shape.OutputChannels], w.DType);
    }

    public static TensorHandle InputGradient(
        Convolution convolution, TensorHandle g, TensorHandle w, ReadOnlySpan<long> input, long groups)
    {
        var shape = ConvolutionShape.Of(convolution, input, w.Sizes, groups);
        using var gradient = Images(convolution, g);
        using var kernel = Ready(w);
        using var dx = Choose(
            ConvolutionKind.InputGradient, shape, gradient, kernel, InputGradient,
                TorchConvolution.InputGradient);
        return Finish(convolution, dx, [shape.Batch, .. shape.Input.Last(input.Length - 2), shape.Channels], w.DType);
    }

    public static TensorHandle KernelGradient(
        Convolution convolution, TensorHandle x, TensorHandle g, ReadOnlySpan<long> kernel)
    {
        var shape = ConvolutionShape.Of(convolution, x.Sizes, kernel, Groups(convolution, x.Sizes, kernel));
        using var images = Images(convolution, x);
        using var gradient = Images(convolution, g);
        using var dw = Choose(
            ConvolutionKind.KernelGradient, shape, images, gradient, KernelGradient,
                TorchConvolution.KernelGradient);
        using var result = Aten.Reshape(dw, kernel);
        return Views.Cast(result, x.DType);
    }

    private static TensorHandle Choose(
        ConvolutionKind kind,
        ConvolutionShape shape,
        TensorHandle first,
        TensorHandle second,
        ConvolutionTrust.Kernel ours,
        ConvolutionTrust.Kernel theirs)
    {
        if (first.DType == DType.Float32 && OwnConvolutions.Of(shape, kind) is { } kernel)
        {
            var result = TensorHandle.Empty(first.DType, Matrix(shape, kind));
            kernel.Run([first.Address, second.Address], [result.Address]);
            return result;
        }

        return ConvolutionTrust.Has(shape, kind, first.DType, ours, theirs)
            ? theirs(shape, first, second)
            : ours(shape, first, second);
    }

    // The result's sizes: one row a place.
    private static long[] Matrix(ConvolutionShape shape, ConvolutionKind kind) => kind switch
    {
        ConvolutionKind.Product => [shape.Rows, shape.OutputChannels],
        ConvolutionKind.InputGradient => [(long)shape.Batch * shape.Input.Size, shape.Channels],
        _ => [shape.PatchSize, shape.OutputChannels],
    };

    private static TensorHandle Product(ConvolutionShape shape, TensorHandle x, TensorHandle w) =>
        x.DType == DType.Float32 ? Product<float>(shape, x, w) : Product<double>(shape, x, w);

    private static TensorHandle InputGradient(ConvolutionShape shape, TensorHandle g, TensorHandle w) =>
        g.DType == DType.Float32 ? InputGradient<float>(shape, g, w) : InputGradient<double>(shape, g, w);

    private static TensorHandle KernelGradient(ConvolutionShape shape, TensorHandle x, TensorHandle g) =>
        x.DType == DType.Float32 ? KernelGradient<float>(shape, x, g) : KernelGradient<double>(shape, x, g);

    private static TensorHandle Product<T>(ConvolutionShape shape, TensorHandle x, TensorHandle w)
        where T : unmanaged, INumber<T>
    {
        if (shape.IsDepthwise)
        {
            using var repeated = Repeat(shape, x);
            return DepthwiseKernels.Product<T>(shape.Repeated, repeated, w);
        }

        var y = TensorHandle.Empty(x.DType, [shape.Rows, shape.OutputChannels]);
        if (!shape.IsPointwise)
        {
            MatrixKernels.Product<T>(shape, x, w, y);
            return y;
        }

        using var rows = Aten.Reshape(x, [shape.Rows, shape.Channels]);
        using var matrix = Aten.Reshape(w, [shape.Channels, shape.OutputChannels]);
        Aten.MmInto(y, rows, matrix);
        return y;
    }

    private static TensorHandle InputGradient<T>(ConvolutionShape shape, TensorHandle g, TensorHandle w)
        where T : unmanaged, INumber<T>
    {
        if (shape.IsDepthwise)
        {
            using var each = DepthwiseKernels.InputGradient<T>(shape.Repeated, g, w);
            return SumRepeated(shape, each);
        }

        if (shape.IsPointwise)
        {
            using var rows = Aten.Reshape(g, [shape.Rows, shape.OutputChannels]);
            using var matrix = Aten.Reshape(w, [shape.Channels, shape.OutputChannels]);
            using var transposed = Aten.Transpose(matrix, 0, 1);
            return Aten.Mm(rows, transposed);
        }

        var dx = RowMajor.Zeros([(long)shape.Batch * shape.Input.Size, shape.Channels], g.DType);
        MatrixKernels.InputGradient<T>(shape, g, w, dx);
        return dx;
    }

    private static TensorHandle KernelGradient<T>(ConvolutionShape shape, TensorHandle x, TensorHandle g)
        where T : unmanaged, INumber<T>
    {
        if (shape.IsPointwise)
        {
            using var rows = Aten.Reshape(x, [shape.Rows, shape.Channels]);
            using var gradient = Aten.Reshape(g, [shape.Rows, shape.OutputChannels]);
            using var transposed = Aten.Transpose(rows, 0, 1);
            return Aten.Mm(transposed, gradient);
        }

        using var repeated = shape.IsDepthwise ? Repeat(shape, x) : x.NewReference();
        using var sums = RowMajor.Zeros(
            [Parts.Count(shape), shape.PatchSize, shape.OutputChannels], x.DType);
        if (shape.IsDepthwise)
        {
            DepthwiseKernels.KernelGradient<T>(shape.Repeated, repeated, g, sums);
        }
        else
        {
            MatrixKernels.KernelGradient<T>(shape, repeated, g, sums);
        }

        return sums.Sizes[0] == 1
            ? sums.NewReference()
            : Aten.Call("aten::sum"u8, "dim_IntList"u8, sums, Argument.Some(s_first), false, Argument.None);
    }

    // Each channel as often as it has outputs: then a channel has one output.
    private static TensorHandle Repeat(ConvolutionShape shape, TensorHandle x)
    {
        if (shape.GroupOutputs == 1)
        {
            return x.NewReference();
        }

        var places = (long)shape.Batch * shape.Input.Size;
        using var column = Aten.Reshape(x, [places, shape.Channels, 1]);
        using var repeated = Aten.Expand(column, [places, shape.Channels, shape.GroupOutputs]);
        return repeated.Contiguous();
    }

    private static TensorHandle SumRepeated(ConvolutionShape shape, TensorHandle each)
    {
        if (shape.GroupOutputs == 1)
        {
            return each.NewReference();
        }

        using var repeated = Aten.Reshape(each,
            [(long)shape.Batch * shape.Input.Size, shape.Channels, shape.GroupOutputs]);
        return Aten.Call(
            "aten::sum"u8, "dim_IntList"u8, repeated, Argument.Some(s_last), false, Argument.None);
    }

    private static long Groups(Convolution convolution, ReadOnlySpan<long> input, ReadOnlySpan<long> kernel) =>
        input[convolution.ChannelAxis(input.Length)] / kernel[^2];

    /// <summary>With the channels last, without gaps, in a dtype that is computed with.</summary>
    private static TensorHandle Images(Convolution convolution, TensorHandle x)
    {
        using var last = ImageLayout.ToChannelsLast(x, convolution.IsChannelsLast);
        return Ready(last);
    }

    private static TensorHandle Ready(TensorHandle x)
    {
        using var wide = Views.Cast(x, ComputeType(x.DType));
        return wide.Contiguous();
    }

    private static TensorHandle Finish(
        Convolution convolution, TensorHandle matrix, ReadOnlySpan<long> sizes, DType dtype)
    {
        using var images = Aten.Reshape(matrix, sizes);
        using var result = ImageLayout.FromChannelsLast(images, convolution.IsChannelsLast);
        return Views.Cast(result, dtype);
    }

    // Half precision is computed in float32, as XLA does on a CPU; integers in float64, which is exact.
    private static DType ComputeType(DType dtype) => dtype switch
    {
        DType.Float32 or DType.Float64 => dtype,
        _ => dtype.IsFloating() ? DType.Float32 : DType.Float64,
    };
}
