using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>y = x convolved with w, beside something of the caller's in scratch memory. Of (x, w).</summary>
internal abstract class ConvolutionProduct : ProductKernel
{
    /// <summary>The fastest kernel for these sizes; null where libtorch's is faster.</summary>
    public static ConvolutionProduct? Fastest(ConvolutionShape shape) =>
        WinogradKernel.Of(shape) ?? (ConvolutionProduct?)DirectConvolutionKernel.Of(shape);

    public sealed override void Run(ReadOnlySpan<Address> inputs, Address result, Finish finish) =>
        Run(inputs[0], inputs[1], result, 0, finish);

    /// <summary>The scratch memory that it needs beside so many elements of the caller's.</summary>
    internal abstract long ScratchBytes(int kept, Finish finish);

    /// <summary>
    /// Computes y and finishes it, and leaves the first elements of this thread's scratch memory as they are.
    /// </summary>
    internal abstract void Run(Address x, Address w, Address y, int kept, Finish finish);
}
