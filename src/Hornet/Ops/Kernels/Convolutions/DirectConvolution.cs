using System.Runtime.Intrinsics;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>A convolution of float32 images as sums over windows, in registers and without a copy of windows.</summary>
/// <remarks>
/// As fast as the processor multiplies, whatever the channels; oneDNN's reaches half of it with 16 to 64 channels.
/// For processors with registers of 16 numbers; others take libtorch's.
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

/// <summary>y = x convolved with w. Of (x, w).</summary>
internal sealed class DirectConvolutionKernel : DenseKernel
{
    private readonly ConvolutionShape _shape;
    private readonly ImageLines _lines;
    private readonly int[] _pieces;
    private readonly int _linesAtOnce;
    private readonly int _room;

    public DirectConvolutionKernel(ConvolutionShape shape)
    {
        _shape = shape;
        _lines = new(shape);
        _pieces = _lines.Pieces();
        _linesAtOnce = _lines.OutputLines();
        _room = _lines.SizeWithMargin(_linesAtOnce);
    }

    /// <summary>The kernel for these sizes; null where another is faster.</summary>
    public static DirectConvolutionKernel? Of(ConvolutionShape shape) =>
        DirectConvolution.Takes(shape, shape.OutputChannels) ? new(shape) : null;

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs) =>
        Run(inputs[0], inputs[1], outputs[0], 0);

    /// <summary>The same, where the caller keeps so many elements of this thread's scratch memory.</summary>
    internal void Run(Address x, Address w, Address y, int kept)
    {
        Parts.Run(
            (long)_shape.Batch * _shape.Output.Height,
            Parts.Count(_shape),
            new Job(this, x, w, y, Scratch.Get(ScratchBytes(kept)).Skip<float>(kept)),
            static (job, first, last, part) => job.Kernel.Compute(job, (int)first, (int)last, part));
    }

    /// <summary>The scratch memory that it needs beside so many elements of the caller's.</summary>
    internal long ScratchBytes(int kept) => (kept + ((long)Parts.Count(_shape) * _room)) * sizeof(float);

    private void Compute(Job job, int first, int last, int part)
    {
        var images = job.Scratch.Skip<float>((long)part * _room);
        var spare = images.Skip<float>(_room - TileProduct.SpareFloats);
        var product = new TileProduct(_pieces, _lines.PieceLength, _lines.Step, 1, _shape.OutputChannels);
        while (first < last)
        {
            var (image, line) = Math.DivRem(first, _shape.Output.Height);
            var count = Math.Min(Math.Min(_linesAtOnce, _shape.Output.Height - line), last - first);
            _lines.Copy(job.X, image, line, count, images);
            for (var i = 0; i < count; i++)
            {
                var y = job.Y.Skip<float>((long)(first + i) * _shape.Output.Width * _shape.OutputChannels);
                product.Run(
                    images.Skip<float>(i * _lines.LineStep), job.W, y, _shape.Output.Width, false, spare);
            }

            first += count;
        }
    }

    private readonly record struct Job(
        DirectConvolutionKernel Kernel, Address X, Address W, Address Y, Address Scratch);
}
