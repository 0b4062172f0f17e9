using System.Numerics.Tensors;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>The gradient of a convolution by its kernel: windows of x times g, summed over all. Of (x, g).</summary>
internal sealed class DirectKernelGradientKernel : DenseKernel
{
    private const int Places = 256; // that one sum in registers goes over

    private readonly ConvolutionShape _shape;
    private readonly ImageLines _lines;
    private readonly int[] _pieces;
    private readonly int _linesAtOnce;
    private readonly int _size;
    private readonly int _room;

    private DirectKernelGradientKernel(ConvolutionShape shape)
    {
        _shape = shape;
        _lines = new(shape);
        _pieces = _lines.Pieces();
        _linesAtOnce = Math.Max(1, Places / shape.Output.Width);
        _size = shape.PatchSize * shape.OutputChannels;
        var images = (_linesAtOnce / shape.Output.Height) + 2; // that so many lines can touch
        _room = _lines.SizeWithMargin(_linesAtOnce + 1) + (images * _lines.Size(1));
    }

    /// <summary>The kernel for these sizes; null where another is faster.</summary>
    public static DirectKernelGradientKernel? Of(ConvolutionShape shape) =>
        OwnConvolutions.FillsRegisters(shape, shape.OutputChannels) ? new(shape) : null;

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        var parts = Parts.Count(_shape);
        var scratch = Scratch.Get((long)parts * (_size + _room) * sizeof(float));
        Parts.Run(
            (long)_shape.Batch * _shape.Output.Height,
            parts,
            (Kernel: this, X: inputs[0], G: inputs[1], scratch),
            static (job, first, last, part) => job.Kernel.Sum(
                job.X, job.G, job.Kernel.Part(job.scratch, part), (int)first, (int)last));

        // In the order of the parts, so that the sum is always the same.
        var sum = outputs[0].Span<float>(_size);
        Part(scratch, 0).Span<float>(_size).CopyTo(sum);
        for (var part = 1; part < parts; part++)
        {
            TensorPrimitives.Add(sum, Part(scratch, part).Span<float>(_size), sum);
        }
    }

    private Address Part(Address scratch, int part) => scratch.Skip<float>((long)part * (_size + _room));

    private void Sum(Address x, Address g, Address sum, int first, int last)
    {
        sum.Span<float>(_size).Clear();
        var images = sum.Skip<float>(_size);
        var spare = images.Skip<float>(_room - TileProduct.SpareFloats);
        Span<int> starts = stackalloc int[Math.Min(_linesAtOnce, last - first)];
        while (first < last)
        {
            var lines = starts[..Math.Min(starts.Length, last - first)];
            Copy(x, first, lines, images);
            var product = new TileProduct(
                lines, _shape.Output.Width, 1, _lines.Step, _shape.OutputChannels, _shape.OutputChannels);
            var gradient = g.Skip<float>((long)first * _shape.Output.Width * _shape.OutputChannels);
            for (var piece = 0; piece < _pieces.Length; piece++)
            {
                product.Run(
                    images.Skip<float>(_pieces[piece]),
                    gradient,
                    sum.Skip<float>((long)piece * _lines.PieceLength * _shape.OutputChannels),
                    _lines.PieceLength,
                    true,
                    spare);
            }

            first += lines.Length;
        }
    }

    // What the lines look at, of each image by itself; and where that of each line begins.
    private void Copy(Address x, int first, Span<int> starts, Address target)
    {
        for (int done = 0, used = 0; done < starts.Length;)
        {
            var (image, line) = Math.DivRem(first + done, _shape.Output.Height);
            var count = Math.Min(_shape.Output.Height - line, starts.Length - done);
            _lines.Copy(x, image, line, count, target.Skip<float>(used));
            for (var i = 0; i < count; i++)
            {
                starts[done + i] = used + (i * _lines.LineStep);
            }

            used += _lines.Size(count);
            done += count;
        }
    }
}
