namespace Hornet;

/// <summary>The element type of a tensor: Keras's names, in .NET's case.</summary>
public enum DType
{
    /// <summary><c>float32</c>: a .NET <see cref="float"/>.</summary>
    Float32,

    /// <summary><c>float64</c>: a .NET <see cref="double"/>.</summary>
    Float64,

    /// <summary><c>float16</c>: a .NET <see cref="Half"/>.</summary>
    Float16,

    /// <summary><c>bfloat16</c>: the upper half of a float32.</summary>
    BFloat16,

    /// <summary><c>float8_e4m3fn</c>: 4 bits of exponent, 3 of mantissa, no infinities.</summary>
    Float8E4M3FN,

    /// <summary><c>float8_e5m2</c>: 5 bits of exponent, 2 of mantissa.</summary>
    Float8E5M2,

    /// <summary><c>int8</c>: a .NET <see cref="sbyte"/>.</summary>
    Int8,

    /// <summary><c>int16</c>: a .NET <see cref="short"/>.</summary>
    Int16,

    /// <summary><c>int32</c>: a .NET <see cref="int"/>.</summary>
    Int32,

    /// <summary><c>int64</c>: a .NET <see cref="long"/>.</summary>
    Int64,

    /// <summary><c>uint8</c>: a .NET <see cref="byte"/>.</summary>
    UInt8,

    /// <summary><c>uint16</c>: a .NET <see cref="ushort"/>.</summary>
    UInt16,

    /// <summary><c>uint32</c>: a .NET <see cref="uint"/>.</summary>
    UInt32,

    /// <summary><c>uint64</c>: a .NET <see cref="ulong"/>.</summary>
    UInt64,

    /// <summary><c>bool</c>: a .NET <see cref="bool"/>, one byte an element.</summary>
    Bool,

    /// <summary><c>complex64</c>: two float32.</summary>
    Complex64,

    /// <summary><c>complex128</c>: a .NET <see cref="System.Numerics.Complex"/>.</summary>
    Complex128,

    /// <summary><c>string</c>: text, which libtorch does not know; Hornet keeps it in .NET's memory.</summary>
    String,
}
