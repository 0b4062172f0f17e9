using System.Runtime.Intrinsics;
using Hornet.Programs;

namespace Hornet;

/// <summary>A convolution, or one of its gradients.</summary>
internal enum ConvolutionKind
{
    /// <summary>Of (x, w).</summary>
    Product,

    /// <summary>The gradient by x, of (g, w).</summary>
    InputGradient,

    /// <summary>The gradient by w, of (x, g).</summary>
    KernelGradient,
}

/// <summary>The convolutions that kernels of our own compute: float32, channels last.</summary>
/// <remarks>
/// They come near the speed at which the processor multiplies, also where oneDNN reaches half of it: with strides, with
/// few input channels, for one image. For processors with registers of 16 numbers; others take libtorch's.
/// </remarks>
internal static class OwnConvolutions
{
    private const long MostFloats = 1 << 30;
    private const long MostLines = 260; // that a kernel copies at once

    /// <summary>The kernel for these sizes; null where libtorch's is taken.</summary>
    public static DenseKernel? Of(ConvolutionShape shape, ConvolutionKind kind) => kind switch
    {
        ConvolutionKind.Product =>
            ConvolutionProduct.Fastest(shape) ?? (DenseKernel?)SmallConvolutionKernel.Of(shape),
        ConvolutionKind.InputGradient => DirectInputGradientKernel.Of(shape),
        _ => WinogradKernelGradientKernel.Of(shape) ?? (DenseKernel?)DirectKernelGradientKernel.Of(shape),
    };

    /// <summary>Whether sums of windows of these sizes fill registers, with so many channels in the results.</summary>
    public static bool FillsRegisters(ConvolutionShape shape, int channels) =>
        Vector512.IsHardwareAccelerated
        && shape.Groups == 1 && shape.Kernel.Depth == 1 && shape.Input.Depth == 1 && shape.Output.Depth == 1
        && channels % TileProduct.Register == 0
        && shape.Rows > 0 && shape.Channels > 0 && shape.Kernel.Size > 0 && !shape.IsPointwise
        && IsCountable(shape);

    /// <summary>Whether what a kernel of these sizes copies at once can be counted.</summary>
    public static bool IsCountable(ConvolutionShape shape)
    {
        var reach = ((shape.Output.Width - 1L) * shape.Stride.Width) + Window(shape, extents => extents.Width);
        var line = Math.Max(reach, shape.Input.Width) * shape.Channels;
        var lines = MostLines * (shape.Stride.Height + Window(shape, extents => extents.Height));
        var weights = (long)shape.Kernel.Size * shape.Channels * shape.OutputChannels;
        return line < MostFloats && lines < MostFloats && line * lines < MostFloats
            && weights * WinogradTransforms.Planes < MostFloats;
    }

    /// <summary>The same for a program, of the shapes of x and w.</summary>
    public static Lowering? Lower(
        Convolution convolution, DType dtype, Shape x, Shape w, int groups, ConvolutionKind kind)
    {
        if (!convolution.IsChannelsLast || dtype != DType.Float32 || groups != 1 || x.Size == 0)
        {
            return null;
        }

        return Of(ConvolutionShape.Of(convolution, x.Sizes, w.Sizes, groups), kind) is { } kernel
            ? new DenseLowering(kernel)
            : null;
    }

    private static long Window(ConvolutionShape shape, Func<Extents, int> axis) =>
        ((axis(shape.Kernel) - 1L) * axis(shape.Dilation)) + 1;
}
