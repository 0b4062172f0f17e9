using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>
/// A convolution of float32 images, channels last, as one product of matrices: so small that libtorch's takes longer
/// to prepare than to compute. Of (x, w).
/// </summary>
internal sealed class SmallConvolutionKernel(ConvolutionShape shape) : ProductKernel
{
    private const int Lines = 1 << 15; // elements of patches that are worth a thread

    // Of the images as they lie.
    private readonly GemmKernel? _product = shape.IsPointwise
        ? new(false, false, (int)shape.Rows, shape.OutputChannels, shape.Channels)
        : null;

    /// <summary>The kernel for these sizes; null where libtorch is faster.</summary>
    public static SmallConvolutionKernel? Of(ConvolutionShape shape) =>
        shape.Groups == 1 && shape.Rows > 0 && !ConvolutionTrust.IsWorthIt(shape)
            ? new SmallConvolutionKernel(shape)
            : null;

    public override void Run(ReadOnlySpan<Address> inputs, Address result, Finish finish)
    {
        if (_product is not null)
        {
            _product.Run(inputs, result, finish);
            return;
        }

        var rows = (int)shape.Rows;
        var patches = Scratch.Get((long)rows * shape.PatchSize * sizeof(float));
        ParallelFor.Run(
            0, rows, Math.Max(1, Lines / shape.PatchSize), (shape, X: inputs[0], patches),
            static (begin, end, job) => Patches.Gather<float>(
                job.shape,
                job.X.Span<float>(job.shape.Batch * job.shape.Input.Size * job.shape.Channels),
                job.patches.Span<float>(begin * job.shape.PatchSize, (int)(end - begin) * job.shape.PatchSize),
                begin,
                0));
        Gemm.Multiply(false, false, rows, shape.OutputChannels, shape.PatchSize, patches, inputs[1], result);
        finish.All();
    }
}
