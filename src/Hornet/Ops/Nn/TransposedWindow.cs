namespace Hornet;

/// <summary>
/// A window that spreads over one axis of an output; what the convolution that it reverses adds around it.
/// </summary>
internal readonly record struct TransposedWindow(SlidingWindow Window, int Low, int High)
{
    /// <summary>Keras's rule, with the padding that is asked for, or of its own.</summary>
    public static TransposedWindow Of(SlidingWindow window, bool isSame, int? outputPadding)
    {
        var extent = window.Extent;
        if (!isSame)
        {
            return new(window, 0, -(outputPadding ?? (Math.Max(extent, window.Stride) - extent)));
        }

        // What is put around the input, spread by the strides, for the gradient to be a plain convolution.
        var around = outputPadding is { } extra ? extent + (extent % 2) - 2 + extra : window.Stride + extent - 2;
        var before = Math.Min((around / 2) + (around % 2), extent - 1);
        return new(window, extent - 1 - before, extent - 1 - (around - before));
    }

    /// <summary>The length of the output.</summary>
    public int Length(int input) => ((input - 1) * Window.Stride) + Window.Extent - Low - High;
}
