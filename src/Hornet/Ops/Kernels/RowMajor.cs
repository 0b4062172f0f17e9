using Hornet.Native;

namespace Hornet;

/// <summary>Fresh row-major memory, for kernels that fill or read it element by element.</summary>
internal static class RowMajor
{
    /// <summary>A row-major copy, of another dtype if need be.</summary>
    public static TensorHandle Copy(TensorHandle x, DType dtype)
    {
        var copy = TensorHandle.Empty(dtype, x.Sizes);
        Write(copy, x);
        return copy;
    }

    /// <summary>A tensor whose elements are all the same number.</summary>
    public static TensorHandle Filled(ReadOnlySpan<long> sizes, DType dtype, TensorHandle value)
    {
        var filled = TensorHandle.Empty(dtype, sizes);
        Write(filled, value);
        return filled;
    }

    /// <summary>A tensor of zeros.</summary>
    public static TensorHandle Zeros(ReadOnlySpan<long> sizes, DType dtype)
    {
        var zeros = TensorHandle.Empty(dtype, sizes);
        Aten.Call("aten::zero_"u8, default, zeros).Dispose();
        return zeros;
    }

    /// <summary>Overwrites fresh memory, or a view of it, with a tensor that broadcasts to it and is cast.</summary>
    public static void Write(TensorHandle destination, TensorHandle source) =>
        Aten.Call("aten::copy_"u8, default, destination, source, false).Dispose();

    /// <summary>A view of some places of one axis.</summary>
    public static TensorHandle Narrow(TensorHandle x, int axis, long start, long length) => Aten.Call(
        "aten::slice"u8, "Tensor"u8, x, (long)axis, Argument.Some(start), Argument.Some(start + length), 1L);

    /// <summary>The tensor in another shape; a view where the strides allow.</summary>
    public static TensorHandle Reshape(TensorHandle x, params long[] sizes) =>
        Aten.Call("aten::reshape"u8, default, x, sizes);

    /// <summary>A view that repeats axes of size 1.</summary>
    public static TensorHandle Expand(TensorHandle x, params long[] sizes) =>
        Aten.Call("aten::expand"u8, default, x, sizes, false);
}
