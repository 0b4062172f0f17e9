using Hornet.Native;

namespace Hornet;

/// <summary>Lines of images with zeros around, so that windows never reach over an edge.</summary>
/// <param name="shape">Of images: without a depth, of one group.</param>
internal sealed class ImageLines(ConvolutionShape shape)
{
    private const int CacheBytes = 32 << 10; // of the first cache, some is left for weights and results

    /// <summary>How long a line is, in elements.</summary>
    private readonly int _length =
        (((shape.Output.Width - 1) * shape.Stride.Width) + ((shape.Kernel.Width - 1) * shape.Dilation.Width) + 1)
        * shape.Channels;

    /// <summary>How far one output's place in a line is from the next.</summary>
    public int Step => shape.Stride.Width * shape.Channels;

    /// <summary>How far the lines of one output line are from those of the next.</summary>
    public int LineStep => shape.Stride.Height * _length;

    /// <summary>The elements of a window that lie side by side.</summary>
    public int PieceLength => IsDense ? shape.Kernel.Width * shape.Channels : shape.Channels;

    private bool IsDense => shape.Dilation.Width == 1;

    /// <summary>Where the pieces of a window begin, from its first element.</summary>
    public int[] Pieces()
    {
        var across = IsDense ? 1 : shape.Kernel.Width;
        var pieces = new int[shape.Kernel.Height * across];
        for (var i = 0; i < pieces.Length; i++)
        {
            var (down, right) = Math.DivRem(i, across);
            pieces[i] = (down * shape.Dilation.Height * _length) + (right * shape.Dilation.Width * shape.Channels);
        }

        return pieces;
    }

    /// <summary>Of how many output lines all that they look at stays in the cache.</summary>
    public int LinesAtOnce => Math.Clamp(
        ((CacheBytes / sizeof(float) / _length) - Overlap) / shape.Stride.Height, 1, shape.Output.Height);

    /// <summary>The elements of what so many output lines look at.</summary>
    public int Size(int outputLines) => InputLines(outputLines) * _length;

    /// <summary>Room for that many, and for what a last tile reads beyond.</summary>
    public int SizeWithMargin(int outputLines) =>
        Size(outputLines) + (16 * (Step + 1)) + TileProduct.SpareFloats;

    /// <summary>Copies what some output lines of an image look at.</summary>
    public void Copy(Address x, int image, int outputLine, int outputLines, Address target)
    {
        var first = (outputLine * shape.Stride.Height) - shape.Low.Height;
        for (var i = 0; i < InputLines(outputLines); i++)
        {
            var line = target.Span<float>((long)i * _length, _length);
            if ((uint)(first + i) < (uint)shape.Input.Height)
            {
                var start = (((long)image * shape.Input.Height) + first + i) * shape.Input.Width * shape.Channels;
                Copy(x.Span<float>(start, shape.Input.Width * shape.Channels), line);
            }
            else
            {
                line.Clear();
            }
        }
    }

    private void Copy(ReadOnlySpan<float> source, Span<float> line)
    {
        var before = shape.Low.Width * shape.Channels;
        if (before < 0)
        {
            source = source[Math.Min(-before, source.Length)..];
            before = 0;
        }

        before = Math.Min(before, line.Length);
        var count = Math.Min(source.Length, line.Length - before);
        line[..before].Clear();
        source[..count].CopyTo(line[before..]);
        line[(before + count)..].Clear();
    }

    private int Overlap => (shape.Kernel.Height - 1) * shape.Dilation.Height;

    private int InputLines(int outputLines) => ((outputLines - 1) * shape.Stride.Height) + Overlap + 1;
}
