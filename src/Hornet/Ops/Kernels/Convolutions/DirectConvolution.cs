using System.Runtime.Intrinsics;

namespace Hornet;

/// <summary>A convolution of float32 images as sums over windows, in registers and without a copy of windows.</summary>
/// <remarks>
/// Near the speed at which the processor multiplies, also where oneDNN reaches half of it: with strides, with few input
/// channels, for one image. For processors with registers of 16 numbers; others take libtorch's.
/// </remarks>
internal static class DirectConvolution
{
    private const int MostFloats = 1 << 24; // in a line: some lines are copied at once

    /// <summary>Whether it is made for these sizes, with so many channels in the results.</summary>
    public static bool Takes(ConvolutionShape shape, int channels) =>
        Vector512.IsHardwareAccelerated
        && shape.Groups == 1 && shape.Kernel.Depth == 1 && shape.Input.Depth == 1 && shape.Output.Depth == 1
        && channels % TileProduct.Register == 0
        && (long)shape.Input.Width * shape.Channels < MostFloats
        && (long)shape.Output.Width * shape.Stride.Width * shape.Channels < MostFloats
        && shape.Rows > 0 && shape.Channels > 0 && shape.Kernel.Size > 0 && !shape.IsPointwise;
}
