using System.Numerics;
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

    public bool Overlaps => Rows.Stride < Rows.Size || Columns.Stride < Columns.Size;
}

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
        for (var image = begin; image < end; image++)
        {
            var x = inputs[0].Span<float>(image * layout.ImageSize, layout.ImageSize);
            var y = outputs[0].Span<float>(image * layout.OutSize, layout.OutSize);
            var places = outputs[1].Span<int>(image * layout.OutSize, layout.OutSize);
            for (int row = 0, to = 0; row < layout.OutHeight; row++)
            {
                for (var column = 0; column < layout.OutWidth; column++, to += layout.Channels)
                {
                    Window(x, bias, row, column, y.Slice(to, layout.Channels), places.Slice(to, layout.Channels));
                }
            }
        }
    }

    private void Window(
        ReadOnlySpan<float> x, ReadOnlySpan<float> bias, int row, int column, Span<float> y, Span<int> places)
    {
        var channel = 0;
        for (; channel <= layout.Channels - Vector<float>.Count; channel += Vector<float>.Count)
        {
            var shift = hasBias ? new Vector<float>(bias[channel..]) : Vector<float>.Zero;
            var (best, place) = (new Vector<float>(float.NegativeInfinity), new Vector<int>(-1));
            for (var i = 0; i < layout.Rows.Size * layout.Columns.Size; i++)
            {
                if (Place(row, column, i) is var from && from >= 0)
                {
                    var value = new Vector<float>(x[(from + channel)..]) + shift;
                    var isBetter = Vector.GreaterThan(value, best) | ~Vector.Equals(value, value)
                        | Vector.LessThan(place, Vector<int>.Zero);
                    best = Vector.ConditionalSelect(isBetter, value, best);
                    place = Vector.ConditionalSelect(isBetter, new Vector<int>(i), place);
                }
            }

            best = hasRelu
                ? Vector.ConditionalSelect(Vector.LessThan(best, Vector<float>.Zero), Vector<float>.Zero, best)
                : best;
            best.CopyTo(y[channel..]);
            place.CopyTo(places[channel..]);
        }

        for (; channel < layout.Channels; channel++)
        {
            (y[channel], places[channel]) = Single(x, hasBias ? bias[channel] : 0, row, column, channel);
        }
    }

    private (float Best, int Place) Single(ReadOnlySpan<float> x, float shift, int row, int column, int channel)
    {
        var (best, place) = (float.NegativeInfinity, -1);
        for (var i = 0; i < layout.Rows.Size * layout.Columns.Size; i++)
        {
            if (Place(row, column, i) is var from && from >= 0)
            {
                var value = x[from + channel] + shift;
                (best, place) = value > best || float.IsNaN(value) || place < 0 ? (value, i) : (best, place);
            }
        }

        return (hasRelu && best < 0 ? 0 : best, place);
    }

    // Where a window's element begins in its image, -1 outside.
    private int Place(int row, int column, int i)
    {
        var (down, right) = Math.DivRem(i, layout.Columns.Size);
        var y = (row * layout.Rows.Stride) - layout.Above + down;
        var x = (column * layout.Columns.Stride) - layout.Before + right;
        return (uint)y < (uint)layout.Height && (uint)x < (uint)layout.Width
            ? ((y * layout.Width) + x) * layout.Channels
            : -1;
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
        for (var image = begin; image < end; image++)
        {
            var g = inputs[0].Span<float>(image * layout.OutSize, layout.OutSize);
            var places = inputs[1].Span<int>(image * layout.OutSize, layout.OutSize);
            var y = hasRelu ? inputs[2].Span<float>(image * layout.OutSize, layout.OutSize) : default;
            var dx = outputs[0].Span<float>(image * layout.ImageSize, layout.ImageSize);
            dx.Clear();
            for (int row = 0, at = 0; row < layout.OutHeight; row++)
            {
                for (var column = 0; column < layout.OutWidth; column++, at += layout.Channels)
                {
                    Window(g, places, y, row, column, at, dx);
                }
            }
        }
    }

    private void Window(
        ReadOnlySpan<float> g, ReadOnlySpan<int> places, ReadOnlySpan<float> y, int row, int column, int at,
        Span<float> dx)
    {
        var channels = layout.Channels;
        for (var i = 0; i < layout.Rows.Size * layout.Columns.Size; i++)
        {
            var (down, right) = Math.DivRem(i, layout.Columns.Size);
            var height = (row * layout.Rows.Stride) - layout.Above + down;
            var width = (column * layout.Columns.Stride) - layout.Before + right;
            if ((uint)height < (uint)layout.Height && (uint)width < (uint)layout.Width)
            {
                var to = dx.Slice(((height * layout.Width) + width) * channels, channels);
                Add(
                    g.Slice(at, channels), places.Slice(at, channels), hasRelu ? y.Slice(at, channels) : default, i, to);
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
