using System.Numerics;

namespace Hornet.Native;

/// <summary>Which .NET types may look at the elements of which dtype.</summary>
internal static class ElementTypes
{
    /// <summary>
    /// Whether <typeparamref name="T"/> is the dtype's own type, or the unsigned integer that holds its bits. Complex
    /// numbers are two reals, too. The comparisons with T are constants to the compiler.
    /// </summary>
    public static bool Fits<T>(DType dtype) => dtype switch
    {
        DType.Float32 => typeof(T) == typeof(float) || typeof(T) == typeof(uint),
        DType.Float64 => typeof(T) == typeof(double) || typeof(T) == typeof(ulong),
        DType.Float16 => typeof(T) == typeof(Half) || typeof(T) == typeof(ushort),
        DType.BFloat16 or DType.UInt16 => typeof(T) == typeof(ushort),
        DType.Float8E4M3FN or DType.Float8E5M2 or DType.UInt8 => typeof(T) == typeof(byte),
        DType.Int8 => typeof(T) == typeof(sbyte) || typeof(T) == typeof(byte),
        DType.Int16 => typeof(T) == typeof(short) || typeof(T) == typeof(ushort),
        DType.Int32 => typeof(T) == typeof(int) || typeof(T) == typeof(uint),
        DType.Int64 => typeof(T) == typeof(long) || typeof(T) == typeof(ulong),
        DType.UInt32 => typeof(T) == typeof(uint),
        DType.UInt64 => typeof(T) == typeof(ulong),
        DType.Bool => typeof(T) == typeof(bool) || typeof(T) == typeof(byte),
        DType.Complex64 => typeof(T) == typeof(float),
        DType.Complex128 => typeof(T) == typeof(Complex) || typeof(T) == typeof(double),
        _ => false,
    };

    /// <summary>Throws where <see cref="Fits{T}"/> does not hold.</summary>
    public static void Require<T>(DType dtype)
    {
        if (!Fits<T>(dtype))
        {
            throw new ArgumentException($"Expected the .NET type of {dtype} elements. Received: {typeof(T).Name}.");
        }
    }
}
