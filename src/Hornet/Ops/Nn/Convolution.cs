namespace Hornet;

/// <summary>How a convolution lies on its input: all that the product and its two gradients share.</summary>
/// <remarks>Kernels have Keras's axes: the spatial ones, the input channels of one group, the output
/// channels.</remarks>
internal sealed record Convolution(Sizes Strides, Sizes DilationRate, bool IsSame, bool IsChannelsLast)
{
    /// <summary>What is added before and after each spatial axis (cut off where negative), instead of a rule.</summary>
    public ValueList<(int Low, int High)>? Pads { get; init; }

    /// <summary>The axis of the channels.</summary>
    public int ChannelAxis(int rank) => IsChannelsLast ? rank - 1 : 1;

    /// <summary>The place of the first spatial axis.</summary>
    public int FirstSpatialAxis => IsChannelsLast ? 1 : 2;

    /// <summary>The shape with the batch, the channels and the spatial axes in the places of this format.</summary>
    public Shape Compose(int? batch, int? channels, ReadOnlySpan<int?> spatial) => IsChannelsLast
        ? [batch, .. spatial, channels]
        : [batch, channels, .. spatial];

    /// <summary>The sizes of the spatial axes.</summary>
    public int?[] Spatial(Shape shape) => shape.Axes.Slice(FirstSpatialAxis, shape.Rank - 2).ToArray();

    /// <summary>The windows along each spatial axis.</summary>
    public SlidingWindow[] Windows(ReadOnlySpan<int> kernel, string operation)
    {
        var strides = Strides.Spread(kernel.Length, "strides", operation);
        var dilations = DilationRate.Spread(kernel.Length, "dilation_rate", operation);
        var windows = new SlidingWindow[kernel.Length];
        for (var i = 0; i < windows.Length; i++)
        {
            windows[i] = new SlidingWindow(kernel[i], strides[i], dilations[i]);
        }

        return windows;
    }

    /// <summary>What is added before and after a spatial axis of this length.</summary>
    public (int Low, int High) Pad(SlidingWindow window, int axis, int length) =>
        Pads is { } pads ? pads[axis] : window.Pad(length, IsSame);

    /// <summary>The number of windows along a spatial axis, null where its length is unknown.</summary>
    public int? Count(SlidingWindow window, int axis, int? length) => length is not { } known ? null
        : Pads is { } pads ? window.Count(known + pads[axis].Low + pads[axis].High, same: false)
        : window.Count(known, IsSame);
}
