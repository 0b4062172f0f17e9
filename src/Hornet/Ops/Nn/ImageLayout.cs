using Hornet.Native;

namespace Hornet;

/// <summary>
/// Between Keras's layouts and libtorch's (batch, channels, ...), by views: channels_last data is libtorch's
/// channels_last memory format, so that nothing is copied. A sequence goes as an image of one row.
/// </summary>
internal static class ImageLayout
{
    /// <summary>The number of spatial axes that libtorch sees.</summary>
    public static int SpatialAxes(int rank) => Math.Max(rank - 2, 2);

    public static TensorHandle ToNative(TensorHandle x, bool isChannelsLast)
    {
        var rank = x.Sizes.Length;
        if (!isChannelsLast)
        {
            return rank == 3 ? Views.Unsqueeze(x, 2) : x.NewReference();
        }

        if (rank != 3)
        {
            return Views.Permute(x, ChannelsToFront(rank));
        }

        using var image = Views.Unsqueeze(x, 1);
        return Views.Permute(image, ChannelsToFront(rank + 1));
    }

    /// <param name="y">A tensor in libtorch's layout.</param>
    /// <param name="isChannelsLast">Whether Keras's layout has the channels last.</param>
    /// <param name="rank">The rank in Keras's layout.</param>
    public static TensorHandle FromNative(TensorHandle y, bool isChannelsLast, int rank)
    {
        if (!isChannelsLast)
        {
            return rank == 3 ? Views.Squeeze(y, 2) : y.NewReference();
        }

        if (rank != 3)
        {
            return Views.Permute(y, ChannelsToBack(rank));
        }

        using var image = Views.Permute(y, ChannelsToBack(rank + 1));
        return Views.Squeeze(image, 1);
    }

    /// <summary>A kernel (..., input, output) as libtorch has it: (output, input, ...).</summary>
    public static TensorHandle KernelToNative(TensorHandle w)
    {
        var rank = w.Sizes.Length;
        if (rank != 3)
        {
            return Views.Permute(w, [rank - 1, rank - 2, .. Range(0, rank - 2)]);
        }

        using var image = Views.Unsqueeze(w, 0);
        return Views.Permute(image, 3, 2, 0, 1);
    }

    /// <summary>A kernel (output, input, ...) as Keras has it, and in that order in memory: optimizers read it next.</summary>
    public static TensorHandle KernelFromNative(TensorHandle w, int rank)
    {
        var native = w.Sizes.Length;
        using var permuted = Views.Permute(w, [.. Range(2, native - 2), 1, 0]);
        using var contiguous = Kernels.Contiguous(permuted);
        return rank == 3 ? Views.Squeeze(contiguous, 0) : contiguous.NewReference();
    }

    private static long[] ChannelsToFront(int rank) => [0, rank - 1, .. Range(1, rank - 2)];

    private static long[] ChannelsToBack(int rank) => [0, .. Range(2, rank - 2), 1];

    private static IEnumerable<long> Range(int start, int count) =>
        Enumerable.Range(start, count).Select(axis => (long)axis);
}
