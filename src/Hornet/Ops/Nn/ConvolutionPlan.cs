namespace Hornet;

/// <summary>What libtorch takes of a convolution: as much padding as is equal on both sides, and the rest.</summary>
/// <remarks>The rest is what comes before and after each spatial axis; negative where the axis is cut.</remarks>
internal sealed record ConvolutionPlan(
    long[] Strides, long[] Dilations, long[] Padding, (long Low, long High)[] Rest, long Groups)
{
    /// <summary>For an input and a kernel of these sizes, in Keras's layout.</summary>
    public static ConvolutionPlan Of(Convolution convolution, ReadOnlySpan<long> input, ReadOnlySpan<long> kernel)
    {
        var rank = input.Length;
        var spatial = new int[rank - 2];
        for (var i = 0; i < spatial.Length; i++)
        {
            spatial[i] = (int)kernel[i];
        }

        var windows = convolution.Windows(spatial, nameof(Convolution));
        var native = ImageLayout.SpatialAxes(rank);
        var skip = native - spatial.Length; // a sequence is an image of one row
        var plan = new ConvolutionPlan(
            Ones(native),
            Ones(native),
            new long[native],
            new (long, long)[native],
            input[convolution.ChannelAxis(rank)] / kernel[^2]);
        for (var i = 0; i < spatial.Length; i++)
        {
            plan.Set(skip + i, windows[i], convolution.Pad(windows[i], i, (int)input[convolution.FirstSpatialAxis + i]));
        }

        return plan;
    }

    /// <summary>The sizes of an input in Keras's layout with the rest of the padding.</summary>
    public long[] Padded(Convolution convolution, ReadOnlySpan<long> input)
    {
        var padded = input.ToArray();
        var skip = Rest.Length - (input.Length - 2);
        for (var i = skip; i < Rest.Length; i++)
        {
            padded[convolution.FirstSpatialAxis + i - skip] += Rest[i].Low + Rest[i].High;
        }

        return padded;
    }

    private static long[] Ones(int count) => [.. Enumerable.Repeat(1L, count)];

    private void Set(int axis, SlidingWindow window, (int Low, int High) pad)
    {
        var both = Math.Max(Math.Min(pad.Low, pad.High), 0);
        (Strides[axis], Dilations[axis], Padding[axis]) = (window.Stride, window.Dilation, both);
        Rest[axis] = (pad.Low - both, pad.High - both);
    }
}
