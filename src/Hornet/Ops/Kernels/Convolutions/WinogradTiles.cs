using Hornet.Native;

namespace Hornet;

/// <summary>The tiles of 2x2 outputs that images are cut into, in lines.</summary>
internal sealed class WinogradTiles
{
    private const int Gap = TileProduct.Register; // between planes, whose lines would else fight for one cache set

    private const int TilesOfThread = 64; // that are worth it
    private const int ManyWeights = 1 << 15; // they do not stay in a thread's cache: few tiles take long

    private readonly ConvolutionShape _shape;
    private readonly ImageLines _lines;
    private readonly int _down;

    public WinogradTiles(ConvolutionShape shape, int tilesAtOnce)
    {
        _shape = shape;
        (_down, Across) = ((shape.Output.Height + 1) / 2, (shape.Output.Width + 1) / 2);
        Lines = shape.Batch * _down;
        LinesAtOnce = Math.Clamp(tilesAtOnce / Across, 1, Lines);
        _lines = new(shape with { Output = new(1, 2 * _down, 2 * Across) });
    }

    /// <summary>How many tiles a line has.</summary>
    public int Across { get; }

    /// <summary>How many lines of tiles all images have.</summary>
    public int Lines { get; }

    /// <summary>How many are computed at once.</summary>
    public int LinesAtOnce { get; }

    /// <summary>The elements of the lines of an image that are looked at, at most.</summary>
    public int ImageSize => _lines.SizeWithMargin(2 * Math.Min(LinesAtOnce, _down));

    /// <summary>Whether it is made for these sizes.</summary>
    public static bool Takes(ConvolutionShape shape) =>
        shape.Kernel is { Height: 3, Width: 3 } && shape.Stride.Size == 1 && shape.Dilation.Size == 1
        && shape.Channels % TileProduct.Register == 0
        && shape.Output.Height >= 4 && shape.Output.Width >= 4;

    /// <summary>For how many threads there is enough to do: each has to read all transformed weights.</summary>
    public int Parts() => Hornet.Parts.Count(
        _shape,
        _shape.Channels * _shape.OutputChannels < ManyWeights
            ? Math.Max(1, Lines * Across / TilesOfThread)
            : int.MaxValue);

    /// <summary>How far a plane of so many channels is from the next.</summary>
    public int Plane(int channels) => (LinesAtOnce * Across * channels) + Gap;

    /// <summary>How far a plane of transformed weights is from the next.</summary>
    public int WeightPlane => (_shape.Channels * _shape.OutputChannels) + Gap;

    /// <summary>The elements of all transformed weights.</summary>
    public int WeightsSize => WinogradTransforms.Planes * WeightPlane;

    /// <summary>What a thread needs: a spare tile, an image's lines, and the planes of both sides.</summary>
    public int Room => TileProduct.SpareFloats + ImageSize
        + PlanesSize(_shape.Channels) + PlanesSize(_shape.OutputChannels);

    /// <summary>The elements of all planes, and what a product reads beyond.</summary>
    public int PlanesSize(int channels) => WinogradTransforms.Planes * (Plane(channels) + channels);

    /// <summary>Where the outputs of a line of tiles begin among all.</summary>
    public long ResultOf(int line)
    {
        var (image, down) = Math.DivRem(line, _down);
        return (((long)image * _shape.Output.Height) + (2 * down)) * _shape.Output.Width * _shape.OutputChannels;
    }

    /// <summary>Transforms what some lines of tiles look at.</summary>
    public void TransformInput(Address x, int first, int count, Address image, Address planes)
    {
        var (channels, plane) = (_shape.Channels, Plane(_shape.Channels));
        var line = _lines.LineStep;
        for (int done = 0, tile = 0; done < count;)
        {
            var (number, start) = Math.DivRem(first + done, _down);
            var some = Math.Min(_down - start, count - done);
            _lines.Copy(x, number, 2 * start, 2 * some, image);
            for (var i = 0; i < some * Across; i++, tile++)
            {
                var (down, across) = Math.DivRem(i, Across);
                WinogradTransforms.Input(
                    image.Skip<float>((2L * down * line) + (2L * across * channels)),
                    line,
                    channels,
                    planes.Skip<float>((long)tile * channels),
                    plane);
            }

            done += some;
        }
    }

    /// <summary>Writes the outputs of some lines of tiles.</summary>
    public void TransformOutput(Address planes, int first, int count, Address y)
    {
        var (channels, plane) = (_shape.OutputChannels, Plane(_shape.OutputChannels));
        for (var tile = 0; tile < count * Across; tile++)
        {
            var place = PlaceOf(first, tile);
            WinogradTransforms.Output(
                planes.Skip<float>((long)tile * channels),
                plane,
                y.Skip<float>(place.Index * channels),
                _shape.Output.Width * channels,
                channels,
                place.IsRight,
                place.IsBelow);
        }
    }

    /// <summary>Transforms the gradients of the outputs of some lines of tiles.</summary>
    public void TransformGradient(Address g, int first, int count, Address planes)
    {
        var (channels, plane) = (_shape.OutputChannels, Plane(_shape.OutputChannels));
        for (var tile = 0; tile < count * Across; tile++)
        {
            var place = PlaceOf(first, tile);
            WinogradTransforms.Gradient(
                g.Skip<float>(place.Index * channels),
                _shape.Output.Width * channels,
                channels,
                place.IsRight,
                place.IsBelow,
                planes.Skip<float>((long)tile * channels),
                plane);
        }
    }

    // Where the first output of a tile is among all, and whether it has others beside and below.
    private (long Index, bool IsRight, bool IsBelow) PlaceOf(int first, int tile)
    {
        var (line, across) = Math.DivRem(tile, Across);
        var (image, down) = Math.DivRem(first + line, _down);
        var (height, width) = (_shape.Output.Height, _shape.Output.Width);
        return (
            (((((long)image * height) + (2 * down)) * width) + (2 * across)),
            (2 * across) + 1 < width,
            (2 * down) + 1 < height);
    }
}
