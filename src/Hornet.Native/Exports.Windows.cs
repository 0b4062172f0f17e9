using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <content>Convolution and pooling.</content>
internal static unsafe partial class Exports
{
    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_convolution(
        nint input, nint weight, nint* bias,
        long* stride, long strideLength,
        long* padding, long paddingLength,
        long* dilation, long dilationLength,
        int transposed,
        long* outputPadding, long outputPaddingLength,
        long groups,
        out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_convolution_backward(
        nint gradient, nint input, nint weight,
        long** biasSizes, long biasSizesLength,
        long* stride, long strideLength,
        long* padding, long paddingLength,
        long* dilation, long dilationLength,
        int transposed,
        long* outputPadding, long outputPaddingLength,
        long groups,
        int* outputMask, long outputMaskLength,
        out nint inputGradient, out nint weightGradient, out nint biasGradient);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_max_pool2d_with_indices(
        nint self,
        long* kernelSize, long kernelSizeLength,
        long* stride, long strideLength,
        long* padding, long paddingLength,
        long* dilation, long dilationLength,
        int ceilMode,
        out nint values, out nint indices);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_max_pool2d_with_indices_backward(
        nint gradient, nint self,
        long* kernelSize, long kernelSizeLength,
        long* stride, long strideLength,
        long* padding, long paddingLength,
        long* dilation, long dilationLength,
        int ceilMode, nint indices,
        out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_avg_pool2d(
        nint self,
        long* kernelSize, long kernelSizeLength,
        long* stride, long strideLength,
        long* padding, long paddingLength,
        int ceilMode, int countIncludePad, long* divisorOverride,
        out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_avg_pool2d_backward(
        nint gradient, nint self,
        long* kernelSize, long kernelSizeLength,
        long* stride, long strideLength,
        long* padding, long paddingLength,
        int ceilMode, int countIncludePad, long* divisorOverride,
        out nint result);
}
