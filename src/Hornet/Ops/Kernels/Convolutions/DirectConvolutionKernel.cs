using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>y = x convolved with w: sums over windows, in registers and without a copy of windows. Of (x, w).</summary>
internal sealed class DirectConvolutionKernel : ConvolutionProduct
{
    private readonly ConvolutionShape _shape;
    private readonly ImageLines _lines;
    private readonly int[] _pieces;
    private readonly int _room;
    private readonly ResultPlaces _places;

    /// <summary>For these sizes, and a result that lies so in memory.</summary>
    public DirectConvolutionKernel(ConvolutionShape shape, ResultPlaces places)
    {
        _shape = shape;
        _places = places;
        _lines = new(shape);
        _pieces = _lines.Pieces();
        _room = _lines.SizeWithMargin(_lines.LinesAtOnce);
    }

    /// <summary>The kernel for these sizes; null where another is faster.</summary>
    public static DirectConvolutionKernel? Of(ConvolutionShape shape) =>
        OwnConvolutions.FillsRegisters(shape, shape.OutputChannels) ? new(shape, ResultPlaces.Dense(shape)) : null;

    internal override void Run(Address x, Address w, Address y, int kept, Finish finish)
    {
        var scratch = Scratch.Get(ScratchBytes(kept, finish)).Skip<float>(kept);
        Parts.Run(
            (long)_shape.Batch * _shape.Output.Height,
            Parts.Count(_shape),
            new Job { Kernel = this, X = x, W = w, Y = y, Scratch = scratch, Finish = finish },
            static (job, first, last, part) => job.Kernel.Compute(job, (int)first, (int)last, part));
    }

    internal override long ScratchBytes(int kept, Finish finish) =>
        (kept + ((long)Parts.Count(_shape) * (_room + finish.ScratchFloats))) * sizeof(float);

    private void Compute(Job job, int first, int last, int part)
    {
        var images = job.Scratch.Skip<float>((long)part * (_room + job.Finish.ScratchFloats));
        var spare = images.Skip<float>(_room - TileProduct.SpareFloats);
        var product = new TileProduct(
            _pieces, _lines.PieceLength, _lines.Step, 1, _shape.OutputChannels, _places.Place);
        var finish = job.Finish.From(ResultOf(first), images.Skip<float>(_room));
        while (first < last)
        {
            var (image, line) = Math.DivRem(first, _shape.Output.Height);
            var count = Math.Min(Math.Min(_lines.LinesAtOnce, _shape.Output.Height - line), last - first);
            _lines.Copy(job.X, image, line, count, images);
            for (var i = 0; i < count; i++)
            {
                var y = job.Y.Skip<float>(_places.Of(image, line + i));
                product.Run(
                    images.Skip<float>(i * _lines.LineStep), job.W, y, _shape.Output.Width, false, spare);
                finish.Until(ResultOf(first + i + 1));
            }

            first += count;
        }

        finish.End(ResultOf(last));
    }

    // Where a line begins among all results, which are dense if they are finished.
    private long ResultOf(int line) => (long)line * _shape.Output.Width * _shape.OutputChannels;

    private ref struct Job
    {
        public DirectConvolutionKernel Kernel;
        public Address X, W, Y, Scratch;
        public Finish Finish;
    }
}

/// <summary>Where the places of a result are, in elements.</summary>
/// <param name="Start">Where the first is.</param>
/// <param name="Image">How far an image is from the next.</param>
/// <param name="Line">How far a line is from the next.</param>
/// <param name="Place">How far a place is from the next.</param>
internal readonly record struct ResultPlaces(long Start, long Image, long Line, int Place)
{
    /// <summary>One after the other.</summary>
    public static ResultPlaces Dense(ConvolutionShape shape) => new(
        0,
        (long)shape.Output.Size * shape.OutputChannels,
        (long)shape.Output.Width * shape.OutputChannels,
        shape.OutputChannels);

    /// <summary>Where a line of an image begins.</summary>
    public long Of(int image, int line) => Start + (image * Image) + (line * Line);
}
