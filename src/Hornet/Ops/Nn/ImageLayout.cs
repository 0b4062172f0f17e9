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
        var rank = x.Rank;
        if (!isChannelsLast)
        {
            return rank == 3 ? Aten.Unsqueeze(x, 2) : x.NewReference();
        }

        if (rank != 3)
        {
            return Aten.Permute(x, ChannelsToFront(rank));
        }

        using var image = Aten.Unsqueeze(x, 1);
        return Aten.Permute(image, ChannelsToFront(rank + 1));
    }

    /// <param name="y">A tensor in libtorch's layout.</param>
    /// <param name="isChannelsLast">Whether Keras's layout has the channels last.</param>
    /// <param name="rank">The rank in Keras's layout.</param>
    public static TensorHandle FromNative(TensorHandle y, bool isChannelsLast, int rank)
    {
        if (!isChannelsLast)
        {
            return rank == 3 ? Aten.Squeeze(y, 2) : y.NewReference();
        }

        if (rank != 3)
        {
            return Aten.Permute(y, ChannelsToBack(rank));
        }

        using var image = Aten.Permute(y, ChannelsToBack(rank + 1));
        return Aten.Squeeze(image, 1);
    }

    /// <summary>A view with the channels last.</summary>
    public static TensorHandle ToChannelsLast(TensorHandle x, bool isChannelsLast) =>
        isChannelsLast ? x.NewReference() : Aten.Permute(x, ChannelsToBack(x.Rank));

    /// <summary>A view with the channels where they were.</summary>
    public static TensorHandle FromChannelsLast(TensorHandle x, bool isChannelsLast) =>
        isChannelsLast ? x.NewReference() : Aten.Permute(x, ChannelsToFront(x.Rank));

    private static long[] ChannelsToFront(int rank) => [0, rank - 1, .. Range(1, rank - 2)];

    private static long[] ChannelsToBack(int rank) => [0, .. Range(2, rank - 2), 1];

    private static IEnumerable<long> Range(int start, int count) =>
        Enumerable.Range(start, count).Select(axis => (long)axis);
}
