using Hornet.Native;

namespace Hornet;

/// <summary>
/// What libtorch takes of a pool. Padding that is not equal on both sides needs no copy of the input:
/// </summary>
/// <remarks>
/// With strides, <c>ceil_mode</c> lets the last window reach over the end, which is one more place after than before.
/// Without, as much is added before as after, and the first window, which is then one too many, is dropped.
/// </remarks>
internal sealed record PoolingPlan(long[] Sizes, long[] Strides, long[] Padding, bool[] Drops, bool IsChannelsLast)
{
    private const int FirstNativeSpatialAxis = 2;

    /// <summary>A dilation of 1 in each axis.</summary>
    public long[] Ones => OneEach(Sizes.Length);

    /// <summary>For an input of these sizes, in Keras's layout.</summary>
    public static PoolingPlan Of(Pooling pooling, ReadOnlySpan<long> input)
    {
        var windows = pooling.Windows(input.Length, nameof(Pooling));
        var native = ImageLayout.SpatialAxes(input.Length);
        var skip = native - windows.Length; // a sequence is an image of one row
        var plan = new PoolingPlan(
            OneEach(native), OneEach(native), new long[native], new bool[native], pooling.IsChannelsLast);
        for (var i = 0; i < windows.Length; i++)
        {
            var (low, high) = windows[i].Pad(pooling.Length(input, i), pooling.IsSame);
            var drops = windows[i].Stride == 1 && high > low;
            (plan.Sizes[skip + i], plan.Strides[skip + i]) = (windows[i].Size, windows[i].Stride);
            (plan.Padding[skip + i], plan.Drops[skip + i]) = (drops ? high : low, drops);
        }

        return plan;
    }

    /// <summary>Without the windows that are one too many, in libtorch's layout.</summary>
    public TensorHandle Drop(TensorHandle y)
    {
        var kept = y.NewReference();
        for (var i = 0; i < Drops.Length; i++)
        {
            if (Drops[i])
            {
                using var all = kept;
                var axis = FirstNativeSpatialAxis + i;
                kept = RowMajor.Narrow(all, axis, 1, all.Sizes[axis] - 1);
            }
        }

        return kept;
    }

    /// <summary>With zeros for the windows that are one too many, in libtorch's layout.</summary>
    public TensorHandle Restore(TensorHandle g)
    {
        if (!Array.Exists(Drops, drops => drops))
        {
            return g.NewReference();
        }

        var sizes = g.Sizes.ToArray();
        for (var i = 0; i < Drops.Length; i++)
        {
            sizes[FirstNativeSpatialAxis + i] += Drops[i] ? 1 : 0;
        }

        var all = RowMajor.Zeros(sizes, g.DType);
        using var kept = Drop(all);
        RowMajor.Write(kept, g);
        return all;
    }

    private static long[] OneEach(int count) => [.. Enumerable.Repeat(1L, count)];
}
