namespace Hornet;

/// <summary>A depth, a height and a width; the outer ones are 1 where there are fewer axes.</summary>
internal readonly record struct Extents(int Depth, int Height, int Width)
{
    /// <summary>How many places there are.</summary>
    public int Size => Depth * Height * Width;

    /// <summary>The sizes of the last so many axes.</summary>
    public long[] Last(int count) => [.. new long[] { Depth, Height, Width }.AsSpan(3 - count)];

    /// <summary>Of one to three axes, the last of which is the width.</summary>
    public static Extents Of(ReadOnlySpan<int> axes, int fill) => axes.Length switch
    {
        1 => new(fill, fill, axes[0]),
        2 => new(fill, axes[0], axes[1]),
        _ => new(axes[0], axes[1], axes[2]),
    };
}

/// <summary>The sizes of one convolution, as its kernels loop over them: three axes, channels last.</summary>
internal sealed record ConvolutionShape
{
    public required int Batch { get; init; }

    public required int Channels { get; init; }

    public required int OutputChannels { get; init; }

    public required int Groups { get; init; }

    public required Extents Input { get; init; }

    public required Extents Output { get; init; }

    public required Extents Kernel { get; init; }

    public required Extents Stride { get; init; }

    public required Extents Dilation { get; init; }

    /// <summary>What is added before each axis; cut off where negative.</summary>
    public required Extents Low { get; init; }

    public int GroupChannels => Channels / Groups;

    public int GroupOutputs => OutputChannels / Groups;

    /// <summary>The elements of a window, of one group.</summary>
    public int PatchSize => Kernel.Size * GroupChannels;

    /// <summary>The number of windows of the whole batch.</summary>
    public long Rows => (long)Batch * Output.Size;

    /// <summary>Whether each window is one place, and each place a window.</summary>
    public bool IsPointwise => Groups == 1 && Input == Output
        && Kernel.Size == 1 && Stride.Size == 1 && Low == default;

    /// <summary>Whether each channel is by itself.</summary>
    public bool IsDepthwise => GroupChannels == 1 && Groups > 1;

    /// <summary>Of depthwise ones, with each input channel as often as it has outputs: then each has one.</summary>
    public ConvolutionShape Repeated => this with { Channels = OutputChannels, Groups = OutputChannels };

    /// <summary>Whether a line of a window lies in memory as one piece.</summary>
    public bool HasWholeRuns => Groups == 1 && Dilation.Width == 1;

    /// <summary>From which to before which place of a window's line lie inside the input, if it begins here.</summary>
    public (int First, int Last) TapsInside(int width)
    {
        if (width >= 0 && width + ((Kernel.Width - 1) * Dilation.Width) < Input.Width)
        {
            return (0, Kernel.Width);
        }

        var first = width >= 0 ? 0 : (Dilation.Width - 1 - width) / Dilation.Width;
        var last = Math.Min(Kernel.Width, (Input.Width - width + Dilation.Width - 1) / Dilation.Width);
        return last > first ? (first, last) : (0, 0);
    }

    /// <summary>For an input and a kernel of these sizes, in Keras's layout.</summary>
    public static ConvolutionShape Of(
        Convolution convolution, ReadOnlySpan<long> input, ReadOnlySpan<long> kernel, long groups)
    {
        var count = input.Length - 2;
        Span<int> windows = stackalloc int[count];
        for (var i = 0; i < count; i++)
        {
            windows[i] = (int)kernel[i];
        }

        var sliding = convolution.Windows(windows, nameof(Convolution));
        Span<int> sizes = stackalloc int[5 * count];
        for (var i = 0; i < count; i++)
        {
            var length = (int)input[convolution.FirstSpatialAxis + i];
            sizes[i] = length;
            sizes[count + i] = Math.Max(convolution.Count(sliding[i], i, length)!.Value, 0);
            sizes[(2 * count) + i] = sliding[i].Stride;
            sizes[(3 * count) + i] = sliding[i].Dilation;
            sizes[(4 * count) + i] = convolution.Pad(sliding[i], i, length).Low;
        }

        return new()
        {
            Batch = (int)input[0],
            Channels = (int)(kernel[^2] * groups),
            OutputChannels = (int)kernel[^1],
            Groups = (int)groups,
            Kernel = Extents.Of(windows, 1),
            Input = Extents.Of(sizes[..count], 1),
            Output = Extents.Of(sizes.Slice(count, count), 1),
            Stride = Extents.Of(sizes.Slice(2 * count, count), 1),
            Dilation = Extents.Of(sizes.Slice(3 * count, count), 1),
            Low = Extents.Of(sizes.Slice(4 * count, count), 0),
        };
    }
}
