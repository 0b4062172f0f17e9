using System.Numerics;

namespace Hornet;

/// <summary>What is known of each <see cref="DType"/>: its Keras name, its kind, its .NET type.</summary>
public static class DTypes
{
    // In the order of DType.
    private static readonly string[] s_names =
    [
        "float32", "float64", "float16", "bfloat16", "float8_e4m3fn", "float8_e5m2", "int8", "int16", "int32", "int64",
        "uint8", "uint16", "uint32", "uint64", "bool", "complex64", "complex128", "string",
    ];

    /// <summary>Keras's name of a dtype: <c>float32</c>, <c>bfloat16</c>, ...</summary>
    public static string KerasName(this DType dtype) => s_names[(int)dtype];

    /// <summary>The dtype of a Keras name.</summary>
    /// <exception cref="ArgumentException">There is no such dtype.</exception>
    /// <example><code>var dtype = DTypes.Parse("bfloat16");</code></example>
    public static DType Parse(string name) => TryParse(name, out var dtype) ? dtype : throw new ArgumentException(
        $"Invalid dtype. Expected one of: {string.Join(", ", s_names)}. Received: '{name}'.", nameof(name));

    /// <summary>The dtype of a Keras name, where there is one.</summary>
    public static bool TryParse(string name, out DType dtype)
    {
        var index = name == "int" ? (int)DType.Int32
            : name == "float" ? (int)Keras.Config.Floatx()
            : Array.IndexOf(s_names, name);
        dtype = (DType)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>Whether the elements are floating-point numbers (float8 included, complex not).</summary>
    public static bool IsFloating(this DType dtype) => dtype <= DType.Float8E5M2;

    /// <summary>Whether the elements are integers, signed or not.</summary>
    public static bool IsInteger(this DType dtype) => dtype is >= DType.Int8 and <= DType.UInt64;

    /// <summary>Whether the elements are complex numbers.</summary>
    public static bool IsComplex(this DType dtype) => dtype is DType.Complex64 or DType.Complex128;

    internal static bool IsFloat8(this DType dtype) => dtype is DType.Float8E4M3FN or DType.Float8E5M2;

    internal static bool IsUnsigned(this DType dtype) => dtype is >= DType.UInt8 and <= DType.UInt64;

    internal static bool IsHalf(this DType dtype) => dtype is DType.Float16 or DType.BFloat16;

    /// <summary>Whether libtorch has few kernels for it (uint16, uint32, uint64): computed as int64.</summary>
    internal static bool IsBareUnsigned(this DType dtype) => dtype is DType.UInt16 or DType.UInt32 or DType.UInt64;

    /// <summary>The dtype of the real and imaginary parts.</summary>
    internal static DType RealPart(this DType dtype) => dtype switch
    {
        DType.Complex64 => DType.Float32,
        DType.Complex128 => DType.Float64,
        _ => dtype,
    };

    /// <summary>The dtype of a .NET element type; null where there is none.</summary>
    internal static DType? Of(Type type) =>
        type == typeof(float) ? DType.Float32
        : type == typeof(double) ? DType.Float64
        : type == typeof(int) ? DType.Int32
        : type == typeof(long) ? DType.Int64
        : type == typeof(bool) ? DType.Bool
        : type == typeof(byte) ? DType.UInt8
        : type == typeof(Half) ? DType.Float16
        : type == typeof(sbyte) ? DType.Int8
        : type == typeof(short) ? DType.Int16
        : type == typeof(ushort) ? DType.UInt16
        : type == typeof(uint) ? DType.UInt32
        : type == typeof(ulong) ? DType.UInt64
        : type == typeof(Complex) ? DType.Complex128
        : type == typeof(string) ? DType.String
        : null;

    internal static DType Of<T>() => Of(typeof(T)) ?? throw new ArgumentException(
        "Expected elements of type float, double, Half, int, long, short, sbyte, byte, ushort, uint, ulong, bool, " +
        $"Complex or string. Received: {typeof(T)}.");
}
