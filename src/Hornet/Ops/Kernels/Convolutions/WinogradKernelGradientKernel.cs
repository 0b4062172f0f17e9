using System.Numerics.Tensors;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>The gradient of a convolution of 3x3 windows by its kernel: <see cref="WinogradRow"/>. Of (x, g).</summary>
internal sealed class WinogradKernelGradientKernel : DenseKernel
{
    private const int TilesAtOnce = 64;

    private readonly ConvolutionShape _shape;
    private readonly WinogradTiles _tiles;

    private WinogradKernelGradientKernel(ConvolutionShape shape) => (_shape, _tiles) = (shape, new(shape, TilesAtOnce));

    private int Room => _tiles.WeightsSize + _tiles.Room;

    /// <summary>The kernel for these sizes; null where another is faster.</summary>
    public static WinogradKernelGradientKernel? Of(ConvolutionShape shape) =>
        OwnConvolutions.FillsRegisters(shape, shape.OutputChannels) && WinogradTiles.Takes(shape) ? new(shape) : null;

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs)
    {
        var parts = _tiles.Parts();
        var scratch = Scratch.Get((long)parts * Room * sizeof(float));
        Parts.Run(
            _tiles.Lines,
            parts,
            (Kernel: this, X: inputs[0], G: inputs[1], scratch),
            static (job, first, last, part) => job.Kernel.Sum(
                job.X, job.G, (int)first, (int)last, job.scratch.Skip<float>((long)part * job.Kernel.Room)));

        // In the order of the parts, so that the sum is always the same.
        var sum = scratch.Span<float>(_tiles.WeightsSize);
        for (var part = 1; part < parts; part++)
        {
            TensorPrimitives.Add(sum, scratch.Span<float>((long)part * Room, _tiles.WeightsSize), sum);
        }

        WinogradTransforms.KernelGradient(
            scratch, _tiles.WeightPlane, outputs[0], _shape.Channels * _shape.OutputChannels);
    }

    private void Sum(Address x, Address g, int first, int last, Address sum)
    {
        sum.Span<float>(_tiles.WeightsSize).Clear();
        var spare = sum.Skip<float>(_tiles.WeightsSize);
        var image = spare.Skip<float>(TileProduct.SpareFloats);
        var inputs = image.Skip<float>(_tiles.ImageSize);
        var gradients = inputs.Skip<float>(_tiles.PlanesSize(_shape.Channels));
        for (var line = first; line < last; line += _tiles.LinesAtOnce)
        {
            var count = Math.Min(_tiles.LinesAtOnce, last - line);
            _tiles.TransformInput(x, line, count, image, inputs);
            _tiles.TransformGradient(g, line, count, gradients);
            var product = new TileProduct(
                [0], count * _tiles.Across, 1, _shape.Channels, _shape.OutputChannels, _shape.OutputChannels);
            for (var i = 0; i < WinogradTransforms.Planes; i++)
            {
                product.Run(
                    inputs.Skip<float>((long)i * _tiles.Plane(_shape.Channels)),
                    gradients.Skip<float>((long)i * _tiles.Plane(_shape.OutputChannels)),
                    sum.Skip<float>((long)i * _tiles.WeightPlane),
                    _shape.Channels,
                    true,
                    spare);
            }
        }
    }
}
