using Hornet.Native;

namespace Hornet;

/// <summary>uint16, uint32 and uint64 as the signed dtype of the same width.</summary>
/// <remarks>
/// libtorch has few kernels for these three. What moves elements, or adds and multiplies them modulo 2ⁿ, does the same
/// to the bits whatever their sign: such a kernel runs on the signed view, which copies nothing.
/// </remarks>
internal static class Bits
{
    /// <summary>A reference to the tensor, of a bare unsigned dtype as its signed twin.</summary>
    public static TensorHandle Signed(TensorHandle x) => View(x, x.DType switch
    {
        DType.UInt16 => DType.Int16,
        DType.UInt32 => DType.Int32,
        DType.UInt64 => DType.Int64,
        var dtype => dtype,
    });

    /// <summary>A reference to the same bits as elements of another dtype of the same width.</summary>
    public static TensorHandle View(TensorHandle x, DType dtype) => x.DType == dtype
        ? x.NewReference()
        : Aten.Call("aten::view"u8, "dtype"u8, x, dtype);
}
