using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>y = x convolved with 3x3 windows, by fewer products than there are: <see cref="WinogradRow"/>.</summary>
internal sealed class WinogradKernel : ConvolutionProduct
{
    private const int TilesAtOnce = 32;

    private readonly ConvolutionShape _shape;
    private readonly WinogradTiles _tiles;

    private WinogradKernel(ConvolutionShape shape) => (_shape, _tiles) = (shape, new(shape, TilesAtOnce));

    /// <summary>The kernel for these sizes; null where another is faster.</summary>
    public static WinogradKernel? Of(ConvolutionShape shape) =>
        OwnConvolutions.FillsRegisters(shape, shape.OutputChannels) && WinogradTiles.Takes(shape) ? new(shape) : null;

    internal override long ScratchBytes(int kept, Finish finish) =>
        (kept + _tiles.WeightsSize + ((long)_tiles.Parts() * (_tiles.Room + finish.ScratchFloats))) * sizeof(float);

    internal override void Run(Address x, Address w, Address y, int kept, Finish finish)
    {
        var weights = Scratch.Get(ScratchBytes(kept, finish)).Skip<float>(kept);
        WinogradTransforms.Kernel(w, _shape.Channels * _shape.OutputChannels, weights, _tiles.WeightPlane);
        Parts.Run(
            _tiles.Lines,
            _tiles.Parts(),
            new Job { Kernel = this, X = x, W = weights, Y = y, Finish = finish },
            static (job, first, last, part) => job.Kernel.Compute(job, (int)first, (int)last, part));
    }

    private void Compute(Job job, int first, int last, int part)
    {
        var (inputs, outputs) = (_shape.Channels, _shape.OutputChannels);
        var room = (long)part * (_tiles.Room + job.Finish.ScratchFloats);
        var scratch = job.W.Skip<float>(_tiles.WeightsSize + room);
        var finish = job.Finish.From(_tiles.ResultOf(first), scratch.Skip<float>(_tiles.Room));
        var image = scratch.Skip<float>(TileProduct.SpareFloats);
        var from = image.Skip<float>(_tiles.ImageSize);
        var to = from.Skip<float>(_tiles.PlanesSize(inputs));
        var product = new TileProduct([0], inputs, inputs, 1, outputs, outputs);
        for (var line = first; line < last; line += _tiles.LinesAtOnce)
        {
            var count = Math.Min(_tiles.LinesAtOnce, last - line);
            _tiles.TransformInput(job.X, line, count, image, from);
            for (var i = 0; i < WinogradTransforms.Planes; i++)
            {
                product.Run(
                    from.Skip<float>((long)i * _tiles.Plane(inputs)),
                    job.W.Skip<float>((long)i * _tiles.WeightPlane),
                    to.Skip<float>((long)i * _tiles.Plane(outputs)),
                    count * _tiles.Across,
                    false,
                    scratch);
            }

            _tiles.TransformOutput(to, line, count, job.Y);
            finish.Until(_tiles.ResultOf(line + count));
        }

        finish.End(_tiles.ResultOf(last));
    }

    private ref struct Job
    {
        public WinogradKernel Kernel;
        public Address X, W, Y;
        public Finish Finish;
    }
}
