using Hornet.Native;

namespace Hornet;

/// <summary>
/// Runs a kernel of one axis over several axes as if they were one: they are moved to the front, and joined.
/// </summary>
internal static class OverAxes
{
    public static TensorHandle Run(Axes? axes, TensorHandle x, Func<TensorHandle, TensorHandle> kernel)
    {
        var order = Order(axes, x.Rank, out var count);
        using var moved = Aten.Permute(x, order);
        using var flat = Flatten(moved, count);
        using var y = kernel(flat);
        return Restore(y, moved, order);
    }

    public static TensorHandle Run(
        Axes? axes, TensorHandle x1, TensorHandle x2, Func<TensorHandle, TensorHandle, TensorHandle> kernel)
    {
        var order = Order(axes, x1.Rank, out var count);
        using var moved1 = Aten.Permute(x1, order);
        using var moved2 = Aten.Permute(x2, order);
        using var flat1 = Flatten(moved1, count);
        using var flat2 = Flatten(moved2, count);
        using var y = kernel(flat1, flat2);
        return Restore(y, moved1, order);
    }

    // The axes, then the others.
    private static long[] Order(Axes? axes, int rank, out int count)
    {
        long[] all = [.. Enumerable.Range(0, rank)];
        var chosen = axes is null ? all : [.. axes.Select(axis => axis < 0 ? axis + rank : (long)axis)];
        count = chosen.Length;
        return [.. chosen, .. all.Except(chosen)];
    }

    private static TensorHandle Flatten(TensorHandle moved, int count)
    {
        var joined = 1L;
        foreach (var size in moved.Sizes[..count])
        {
            joined *= size;
        }

        return Aten.Reshape(moved, [joined, .. moved.Sizes[count..]]);
    }

    private static TensorHandle Restore(TensorHandle y, TensorHandle moved, long[] order)
    {
        using var spread = Aten.Reshape(y, moved.Sizes);
        var back = new long[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            back[order[i]] = i;
        }

        return Aten.Permute(spread, back);
    }
}
