using System.Numerics;
using System.Runtime.CompilerServices;
using Hornet.Native;
using Hornet.Programs;

namespace Hornet;

/// <summary>How windows lie on float32 images of [n, height, width, channels].</summary>
internal sealed record PoolLayout(
    int Images, int Height, int Width, int Channels, SlidingWindow Rows, SlidingWindow Columns, bool IsSame)
{
    public int Above { get; } = Rows.Pad(Height, IsSame).Low;

    public int Before { get; } = Columns.Pad(Width, IsSame).Low;

    public int OutHeight { get; } = Rows.Count(Height, IsSame);

    public int OutWidth { get; } = Columns.Count(Width, IsSame);

    public int ImageSize => Height * Width * Channels;

    public int OutSize => OutHeight * OutWidth * Channels;

    public int WindowSize => Rows.Size * Columns.Size;

    public bool Overlaps => Rows.Stride < Rows.Size || Columns.Stride < Columns.Size;

    /// <summary>Where the parts of a window that are inside begin in their image; gives how many there are.</summary>
    public int Window(int row, int column, Span<WindowPart> parts)
    {
        var (count, top, left) = (0, (row * Rows.Stride) - Above, (column * Columns.Stride) - Before);
        for (var down = 0; down < Rows.Size; down++)
        {
            for (var right = 0; right < Columns.Size; right++)
            {
                var (y, x) = (top + down, left + right);
                if ((uint)y < (uint)Height && (uint)x < (uint)Width)
                {
                    parts[count++] = new(((y * Width) + x) * Channels, (down * Columns.Size) + right);
                }
            }
        }

        return count;
    }
}

/// <summary>One place of a window: where its channels begin, and which it is.</summary>
internal readonly record struct WindowPart(int Start, int Place);

/// <summary>
/// The greatest element of each window, and which of the window it is, row by row: of x, or of (x, bias). The values
/// may go through a ReLU.
/// </summary>
internal sealed class MaxPoolKernel(PoolLayout layout, bool hasBias, bool hasRelu) : RangeKernel
{
    public override long Count => layout.Images;

    protected override long Grain => Math.Max(1, (1 << 15) / layout.ImageSize);

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        var bias = hasBias ? inputs[1].Span<float>(layout.Channels) : default;
        Span<WindowPart> parts = stackalloc WindowPart[layout.WindowSize];
        for (var image = begin; image < end; image++)
        {
            var x = inputs[0].Span<float>(image * layout.ImageSize, layout.ImageSize);
            var y = outputs[0].Span<float>(image * layout.OutSize, layout.OutSize);
            var places = outputs[1].Span<int>(image * layout.OutSize, layout.OutSize);
            for (int row = 0, to = 0; row < layout.OutHeight; row++)
            {
                for (var column = 0; column < layout.OutWidth; column++, to += layout.Channels)
                {
                    var inside = parts[..layout.Window(row, column, parts)];
                    Window(x, bias, inside, y.Slice(to, layout.Channels), places.Slice(to, layout.Channels));
                }
            }
        }
    }

    private void Window(
        ReadOnlySpan<float> x, ReadOnlySpan<float> bias, ReadOnlySpan<WindowPart> parts,
        Span<float> y, Span<int> places)
    {
        var channel = 0;
        for (; channel <= layout.Channels - Vector<float>.Count; channel += Vector<float>.Count)
        {
            var shift = hasBias ? new Vector<float>(bias[channel..]) : Vector<float>.Zero;
            var best = Pooled(new Vector<float>(x[(parts[0].Start + channel)..]), shift);
            var place = new Vector<int>(parts[0].Place);
            foreach (var part in parts[1..])
            {
                var value = Pooled(new Vector<float>(x[(part.Start + channel)..]), shift);
                var isBetter = Vector.GreaterThan(value, best) | ~Vector.Equals(value, value);
                best = Vector.ConditionalSelect(isBetter, value, best);
                place = Vector.ConditionalSelect(isBetter, new Vector<int>(part.Place), place);
            }

            best.CopyTo(y[channel..]);
            place.CopyTo(places[channel..]);
        }

        for (; channel < layout.Channels; channel++)
        {
            (y[channel], places[channel]) = Single(x, hasBias ? bias[channel] : 0, parts, channel);
        }
    }

    private (float Best, int Place) Single(
        ReadOnlySpan<float> x, float shift, ReadOnlySpan<WindowPart> parts, int channel)
    {
        var (best, place) = (Pooled(x[parts[0].Start + channel], shift), parts[0].Place);
        foreach (var part in parts[1..])
        {
            var value = Pooled(x[part.Start + channel], shift);
            (best, place) = value > best || float.IsNaN(value) ? (value, part.Place) : (best, place);
        }

        return (best, place);
    }

    // The ReLU comes before the greatest is chosen: of a window without positive elements the first is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<float> Pooled(Vector<float> x, Vector<float> shift)
    {
        x = hasBias ? x + shift : x; // -0 + 0 is 0
        return hasRelu ? Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), Vector<float>.Zero, x) : x;
    }

    private float Pooled(float x, float shift)
    {
        x = hasBias ? x + shift : x;
        return hasRelu && x < 0 ? 0 : x;
    }
}

/// <summary>
/// The gradient of that: of (g, places) zeros with g added where the greatest elements were; of (g, places, y) only
/// where y is positive.
/// </summary>
internal sealed class MaxPoolGradientKernel(PoolLayout layout, bool hasRelu) : RangeKernel
{
    public override long Count => layout.Images;

    protected override long Grain => Math.Max(1, (1 << 15) / layout.ImageSize);

    public override void Run(ReadOnlySpan<Address> inputs, ReadOnlySpan<Address> outputs, long begin, long end)
    {
        var channels = layout.Channels;
        Span<WindowPart> parts = stackalloc WindowPart[layout.WindowSize];
        for (var image = begin; image < end; image++)
        {
            var g = inputs[0].Span<float>(image * layout.OutSize, layout.OutSize);
            var places = inputs[1].Span<int>(image * layout.OutSize, layout.OutSize);
            var y = hasRelu ? inputs[2].Span<float>(image * layout.OutSize, layout.OutSize) : default;
            var dx = outputs[0].Span<float>(image * layout.ImageSize, layout.ImageSize);
            dx.Clear();
            for (int row = 0, at = 0; row < layout.OutHeight; row++)
            {
                for (var column = 0; column < layout.OutWidth; column++, at += channels)
                {
                    foreach (var part in parts[..layout.Window(row, column, parts)])
                    {
                        Add(
                            g.Slice(at, channels), places.Slice(at, channels),
                            hasRelu ? y.Slice(at, channels) : default, part.Place, dx.Slice(part.Start, channels));
                    }
                }
            }
        }
    }

    private void Add(
        ReadOnlySpan<float> g, ReadOnlySpan<int> places, ReadOnlySpan<float> y, int place, Span<float> to)
    {
        var channel = 0;
        for (; channel <= to.Length - Vector<float>.Count; channel += Vector<float>.Count)
        {
            var isHere = Vector.Equals(new Vector<int>(places[channel..]), new Vector<int>(place));
            if (hasRelu)
            {
                isHere &= Vector.GreaterThan(new Vector<float>(y[channel..]), Vector<float>.Zero);
            }

            var share = Vector.ConditionalSelect(isHere, new Vector<float>(g[channel..]), Vector<float>.Zero);
            (layout.Overlaps ? share + new Vector<float>(to[channel..]) : share).CopyTo(to[channel..]);
        }

        for (; channel < to.Length; channel++)
        {
            to[channel] += places[channel] == place && (!hasRelu || y[channel] > 0) ? g[channel] : 0;
        }
    }
}
