using System.Numerics;
using System.Numerics.Tensors;
using Hornet.Native;

namespace Hornet;

/// <summary>To integers, cut towards zero: the nearest that the dtype holds, and 0 of what is not a number.</summary>
/// <remarks>libtorch leaves that to the processor, of which each kind does something else.</remarks>
internal static class Saturation
{
    public static TensorHandle Run(TensorHandle x, DType dtype) => x.DType switch
    {
        DType.Float32 => To<float>(x, dtype),
        DType.UInt64 => To<ulong>(x, dtype),
        DType.Float64 => To<double>(x, dtype),
        DType.Int64 => To<long>(x, dtype),
        var from => Wide(x, from.IsFloating() ? DType.Float32 : DType.Int64, dtype),
    };

    private static TensorHandle Wide(TensorHandle x, DType wide, DType dtype)
    {
        using var operand = Kernels.To(x, wide);
        return Run(operand, dtype);
    }

    private static TensorHandle To<T>(TensorHandle x, DType dtype)
        where T : unmanaged, INumberBase<T> => dtype switch
        {
            DType.Int8 => Convert<T, sbyte>(x, dtype),
            DType.Int16 => Convert<T, short>(x, dtype),
            DType.Int32 => Convert<T, int>(x, dtype),
            DType.Int64 => Convert<T, long>(x, dtype),
            DType.UInt8 => Convert<T, byte>(x, dtype),
            DType.UInt16 => Convert<T, ushort>(x, dtype),
            DType.UInt32 => Convert<T, uint>(x, dtype),
            _ => Convert<T, ulong>(x, dtype),
        };

    private static TensorHandle Convert<TFrom, TTo>(TensorHandle x, DType dtype)
        where TFrom : unmanaged, INumberBase<TFrom>
        where TTo : unmanaged, INumberBase<TTo>
    {
        using var operand = x.Contiguous();
        var result = TensorHandle.Empty(dtype, x.Sizes);
        TensorPrimitives.ConvertSaturating<TFrom, TTo>(operand.Elements<TFrom>(), result.Elements<TTo>());
        return result;
    }
}
