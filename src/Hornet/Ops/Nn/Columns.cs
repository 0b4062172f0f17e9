using Hornet.Native;

namespace Hornet;

/// <summary>What windows as columns have in common with columns as windows.</summary>
internal static class Columns
{
    /// <summary>The sizes of both axes.</summary>
    public static int[] Each(Sizes sizes, string name, string operation, int least) =>
        sizes.Spread(2, name, operation, least);

    /// <summary>The sizes of both axes, as libtorch takes them.</summary>
    public static long[] Longs(Sizes sizes, string operation) =>
        Array.ConvertAll(sizes.Spread(2, "sizes", operation, 0), size => (long)size);

    /// <summary>How many windows there are along an axis, null where its length is unknown.</summary>
    public static int? Count(
        int? length, int axis, Sizes kernel, Sizes dilation, Sizes padding, Sizes stride, string operation)
    {
        var window = new SlidingWindow(
            Each(kernel, "kernel_size", operation, 1)[axis],
            Each(stride, "stride", operation, 1)[axis],
            Each(dilation, "dilation", operation, 1)[axis]);
        var added = 2 * Each(padding, "padding", operation, 0)[axis];
        return length is { } known ? window.Count(known + added, same: false) : null;
    }

    /// <summary>Runs a kernel that is for floats only; of integers the results are exact.</summary>
    public static TensorHandle Run(TensorHandle x, Func<TensorHandle, TensorHandle> kernel)
    {
        var dtype = x.DType;
        var compute = dtype.IsFloat8() ? DType.Float32
            : dtype.IsFloating() || dtype.IsComplex() ? dtype
            : DType.Float64;
        using var wide = Views.Cast(x, compute);
        return Kernels.Narrow(kernel(wide), dtype);
    }
}
