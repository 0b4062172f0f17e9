using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>y = x convolved with w, beside something of the caller's in scratch memory. Of (x, w).</summary>
internal abstract class ConvolutionProduct : DenseKernel
{
    /// <summary>The fastest kernel for these sizes; null where libtorch's is faster.</summary>
    public static ConvolutionProduct? Fastest(ConvolutionShape shape) =>
        WinogradKernel.Of(shape) ?? (ConvolutionProduct?)DirectConvolutionKernel.Of(shape);

    public sealed override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs) =>
        Run(inputs[0], inputs[1], outputs[0], 0);

    /// <summary>The scratch memory that it needs beside so many elements of the caller's.</summary>
    internal abstract long ScratchBytes(int kept);

    /// <summary>Computes y, and leaves the first elements of this thread's scratch memory as they are.</summary>
    internal abstract void Run(Address x, Address w, Address y, int kept);
}
