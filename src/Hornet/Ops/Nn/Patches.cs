using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>Windows of an image as rows of a matrix: how a convolution becomes a product of matrices.</summary>
internal static class Patches
{
    /// <summary>Copies windows to the rows of a matrix, with zeros where they reach over the edge.</summary>
    public static void Gather<T>(
        ConvolutionShape shape, ReadOnlySpan<T> x, Span<T> rows, long firstRow, int group)
        where T : unmanaged, INumber<T>
    {
        while (!rows.IsEmpty)
        {
            var line = PatchLine.At(shape, firstRow, rows.Length / shape.PatchSize, group);
            for (var tap = 0; tap < shape.Kernel.Depth * shape.Kernel.Height; tap++)
            {
                Gather(shape, line, x, rows, tap);
            }

            rows = rows[(line.Count * shape.PatchSize)..];
            firstRow += line.Count;
        }
    }

    /// <summary>Adds the rows of a matrix to the windows that they stand for.</summary>
    public static void Scatter<T>(
        ConvolutionShape shape, ReadOnlySpan<T> rows, Span<T> x, long firstRow, int group)
        where T : unmanaged, INumber<T>
    {
        while (!rows.IsEmpty)
        {
            var line = PatchLine.At(shape, firstRow, rows.Length / shape.PatchSize, group);
            for (var tap = 0; tap < shape.Kernel.Depth * shape.Kernel.Height; tap++)
            {
                Scatter(shape, line, rows, x, tap);
            }

            rows = rows[(line.Count * shape.PatchSize)..];
            firstRow += line.Count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // one call is long: it cannot wait for the next tier
    private static void Gather<T>(
        ConvolutionShape shape, PatchLine line, ReadOnlySpan<T> x, Span<T> rows, int tap)
        where T : unmanaged, INumber<T>
    {
        var (run, channels) = (shape.Kernel.Width * shape.GroupChannels, shape.GroupChannels);
        var isInside = line.TryFind(shape, tap, out var source);
        var width = line.FirstWidth(shape);
        for (var i = 0; i < line.Count; i++, width += shape.Stride.Width)
        {
            var patch = rows.Slice((i * shape.PatchSize) + (tap * run), run);
            var (first, last) = isInside ? shape.TapsInside(width) : (0, 0);
            if (last - first < shape.Kernel.Width)
            {
                patch.Clear();
            }

            if (shape.HasWholeRuns)
            {
                var (from, count) = (source + ((width + first) * channels), (last - first) * channels);
                Copy(x.Slice(count == 0 ? 0 : from, count), patch[(first * channels)..]);
                continue;
            }

            for (var k = first; k < last; k++)
            {
                var from = source + ((width + (k * shape.Dilation.Width)) * shape.Channels);
                Copy(x.Slice(from, channels), patch[(k * channels)..]);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // one call is long: it cannot wait for the next tier
    private static void Scatter<T>(
        ConvolutionShape shape, PatchLine line, ReadOnlySpan<T> rows, Span<T> x, int tap)
        where T : unmanaged, INumber<T>
    {
        if (!line.TryFind(shape, tap, out var target))
        {
            return;
        }

        var (run, channels) = (shape.Kernel.Width * shape.GroupChannels, shape.GroupChannels);
        var width = line.FirstWidth(shape);
        for (var i = 0; i < line.Count; i++, width += shape.Stride.Width)
        {
            var patch = rows.Slice((i * shape.PatchSize) + (tap * run), run);
            var (first, last) = shape.TapsInside(width);
            if (shape.HasWholeRuns && last > first)
            {
                var count = (last - first) * channels;
                Add(patch.Slice(first * channels, count), x.Slice(target + ((width + first) * channels), count));
                continue;
            }

            for (var k = first; k < last; k++)
            {
                var to = target + ((width + (k * shape.Dilation.Width)) * shape.Channels);
                Add(patch.Slice(k * channels, channels), x.Slice(to, channels));
            }
        }
    }

    private static void Copy<T>(ReadOnlySpan<T> source, Span<T> target)
    {
        if (source.Length >= 16)
        {
            source.CopyTo(target);
            return;
        }

        // Below that a loop is faster than the call.
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = source[i];
        }
    }

    private static void Add<T>(ReadOnlySpan<T> source, Span<T> target)
        where T : unmanaged, INumber<T>
    {
        if (source.Length >= 8)
        {
            TensorPrimitives.Add(target, source, target);
            return;
        }

        for (var i = 0; i < source.Length; i++)
        {
            target[i] += source[i];
        }
    }
}

/// <summary>Neighbouring windows of one line of the output.</summary>
internal readonly record struct PatchLine(int Image, int Depth, int Height, int Width, int Count, int FirstChannel)
{
    /// <summary>
    /// The windows from this row of the matrix to the end of the line, but no more than there is room for.
    /// </summary>
    public static PatchLine At(ConvolutionShape shape, long row, int room, int group)
    {
        var (line, width) = Math.DivRem(row, shape.Output.Width);
        var (plane, height) = Math.DivRem(line, shape.Output.Height);
        var (image, depth) = Math.DivRem(plane, shape.Output.Depth);
        var count = (int)Math.Min(shape.Output.Width - width, room);
        return new((int)image, (int)depth, (int)height, (int)width, count, group * shape.GroupChannels);
    }

    /// <summary>Where the first window begins in its line of the input; before it where padding comes first.</summary>
    public int FirstWidth(ConvolutionShape shape) => (Width * shape.Stride.Width) - shape.Low.Width;

    /// <summary>
    /// Where the line of the input begins that a line of the kernel looks at; false where it is outside.
    /// </summary>
    public bool TryFind(ConvolutionShape shape, int tap, out int offset)
    {
        var (kernelDepth, kernelHeight) = Math.DivRem(tap, shape.Kernel.Height);
        var depth = (Depth * shape.Stride.Depth) - shape.Low.Depth + (kernelDepth * shape.Dilation.Depth);
        var height = (Height * shape.Stride.Height) - shape.Low.Height + (kernelHeight * shape.Dilation.Height);
        var line = (((Image * shape.Input.Depth) + depth) * shape.Input.Height) + height;
        offset = (line * shape.Input.Width * shape.Channels) + FirstChannel;
        return depth >= 0 && depth < shape.Input.Depth && height >= 0 && height < shape.Input.Height;
    }
}
