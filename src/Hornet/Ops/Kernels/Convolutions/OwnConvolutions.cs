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
internal static class OwnConvolutions
{
    /// <summary>The kernel for these sizes; null where libtorch's is taken.</summary>
    public static DenseKernel? Of(ConvolutionShape shape, ConvolutionKind kind) => kind switch
    {
        ConvolutionKind.Product =>
            ConvolutionProduct.Fastest(shape) ?? (DenseKernel?)SmallConvolutionKernel.Of(shape),
        ConvolutionKind.InputGradient => DirectInputGradientKernel.Of(shape),
        _ => WinogradKernelGradientKernel.Of(shape) ?? (DenseKernel?)DirectKernelGradientKernel.Of(shape),
    };

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
}
