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
        var bias = hasBias ? inputs[1] : default;
        for (var image = begin; image < end; image++)
        {
            var x = inputs[0].Skip<float>(image * layout.ImageSize);
            var start = image * layout.OutSize;
            var (y, places) = (outputs[0].Skip<float>(start), outputs[1].Skip<int>(start));
            switch (hasBias, hasRelu)
            {
                case (false, false):
                    Image<No, No>(x, bias, y, places);
                    break;
                case (false, true):
                    Image<No, Yes>(x, bias, y, places);
                    break;
                case (true, false):
                    Image<Yes, No>(x, bias, y, places);
                    break;
                default:
                    Image<Yes, Yes>(x, bias, y, places);
                    break;
            }
        }
    }

    private void Image<TBias, TRelu>(Address x, Address bias, Address y, Address places)
        where TBias : struct
        where TRelu : struct
    {
        Span<WindowPart> parts = stackalloc WindowPart[layout.WindowSize];
        for (var row = 0; row < layout.OutHeight; row++)
        {
            for (var column = 0; column < layout.OutWidth; column++)
            {
                Window<TBias, TRelu>(x, bias, parts[..layout.Window(row, column, parts)], y, places, layout.Channels);
                (y, places) = (y.Skip<float>(layout.Channels), places.Skip<int>(layout.Channels));
            }
        }
    }

    private static void Window<TBias, TRelu>(
        Address x, Address bias, ReadOnlySpan<WindowPart> parts, Address y, Address places, int channels)
        where TBias : struct
        where TRelu : struct
    {
        var channel = 0;
        for (; channel <= channels - Vector<float>.Count; channel += Vector<float>.Count)
        {
            var shift = typeof(TBias) == typeof(Yes) ? Load(bias, channel) : Vector<float>.Zero;
            var best = Pooled<TBias, TRelu>(Load(x, parts[0].Start + channel), shift);
            var place = new Vector<int>(parts[0].Place);
            for (var i = 1; i < parts.Length; i++)
            {
                var value = Pooled<TBias, TRelu>(Load(x, parts[i].Start + channel), shift);
                var isBetter = Vector.GreaterThan(value, best) | ~Vector.Equals(value, value);
                best = Vector.ConditionalSelect(isBetter, value, best);
                place = Vector.ConditionalSelect(isBetter, new Vector<int>(parts[i].Place), place);
            }

            best.StoreUnsafe(ref y.First<float>(), (nuint)channel);
            place.StoreUnsafe(ref places.First<int>(), (nuint)channel);
        }

        for (; channel < channels; channel++)
        {
            var shift = typeof(TBias) == typeof(Yes) ? bias.Skip<float>(channel).First<float>() : 0;
            (y.Skip<float>(channel).First<float>(), places.Skip<int>(channel).First<int>()) =
                Single<TBias, TRelu>(x.Skip<float>(channel), shift, parts);
        }
    }

    private static (float Best, int Place) Single<TBias, TRelu>(
        Address x, float shift, ReadOnlySpan<WindowPart> parts)
        where TBias : struct
        where TRelu : struct
    {
        var (best, place) = (Pooled<TBias, TRelu>(x.Skip<float>(parts[0].Start).First<float>(), shift), parts[0].Place);
        foreach (var part in parts[1..])
        {
            var value = Pooled<TBias, TRelu>(x.Skip<float>(part.Start).First<float>(), shift);
            (best, place) = value > best || float.IsNaN(value) ? (value, part.Place) : (best, place);
        }

        return (best, place);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Load(Address x, int at) => Vector.LoadUnsafe(ref x.First<float>(), (nuint)at);

    // The ReLU comes before the greatest is chosen: of a window without positive elements the first is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Pooled<TBias, TRelu>(Vector<float> x, Vector<float> shift)
        where TBias : struct
        where TRelu : struct
    {
        x = typeof(TBias) == typeof(Yes) ? x + shift : x; // -0 + 0 is 0
        return typeof(TRelu) == typeof(Yes)
            ? Vector.ConditionalSelect(Vector.LessThan(x, Vector<float>.Zero), Vector<float>.Zero, x)
            : x;
    }

    private static float Pooled<TBias, TRelu>(float x, float shift)
        where TBias : struct
        where TRelu : struct
    {
        x = typeof(TBias) == typeof(Yes) ? x + shift : x;
        return typeof(TRelu) == typeof(Yes) && x < 0 ? 0 : x;
    }

    // Types, so that the compiler makes a loop for each case.
    private readonly struct Yes;

    private readonly struct No;
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
