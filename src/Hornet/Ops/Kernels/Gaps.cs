using Hornet.Native;

namespace Hornet;

/// <summary>What stands where an index was out of range.</summary>
internal static class Gaps
{
    /// <summary>
    /// As JAX has it: NaN, of signed integers the least, of unsigned ones the greatest, of bools true; or zero, as a
    /// gradient has it.
    /// </summary>
    public static EagerTensor Value(DType dtype, bool zero) => zero ? Constants.Scalar(0, dtype) : dtype switch
    {
        DType.Bool => Constants.Scalar(1, dtype),
        DType.Int8 => Constants.Scalar(sbyte.MinValue, dtype),
        DType.Int16 => Constants.Scalar(short.MinValue, dtype),
        DType.Int32 => Constants.Scalar(int.MinValue, dtype),
        DType.Int64 => Constants.Get(new Literal(dtype, long.MinValue, long.MinValue), dtype),
        _ when dtype.IsUnsigned() => Constants.Get(new Literal(DType.Int64, -1, -1), dtype), // all bits
        _ => Constants.Scalar(double.NaN, dtype),
    };

    /// <summary>Fills the gaps of a gathered tensor; the mask broadcasts to it. Takes over the tensor.</summary>
    public static TensorHandle Fill(TensorHandle gathered, TensorHandle mask, bool zero)
    {
        var dtype = gathered.DType;
        using var owned = gathered;
        using var bits = Bits.Movable(gathered);
        using var value = Bits.Movable(Value(dtype, zero).Handle);
        using var filled = Aten.Call("aten::masked_fill"u8, "Tensor"u8, bits, mask, value);
        return Bits.View(filled, dtype);
    }
}
