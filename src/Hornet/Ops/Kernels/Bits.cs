using Hornet.Native;

namespace Hornet;

/// <summary>The bits of a tensor as those of another dtype of the same width. Copies nothing.</summary>
/// <remarks>
/// libtorch has few kernels for uint16, uint32, uint64 and float8. What only moves elements does the same to the bits
/// whatever they stand for; what adds and multiplies integers modulo 2ⁿ does so whatever their sign.
/// </remarks>
internal static class Bits
{
    /// <summary>A reference to the tensor, as one of a dtype that the kernels which move elements know.</summary>
    public static TensorHandle Movable(TensorHandle x) =>
        x.DType.IsFloat8() ? View(x, DType.UInt8) : Signed(x);

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
