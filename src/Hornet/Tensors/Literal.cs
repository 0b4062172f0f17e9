using System.Numerics;

namespace Hornet;

/// <summary>A C# literal in a formula: it takes the dtype of the tensor beside it, and loses nothing on the way.</summary>
internal readonly record struct Literal(DType DType, double Number, long Integer = 0, double Imaginary = 0)
{
    public static Literal Of(int value) => new(DType.Int32, value, value);

    public static Literal Of(long value) =>
        new(value is >= int.MinValue and <= int.MaxValue ? DType.Int32 : DType.Int64, value, value);

    public static Literal Of(double value) => new(Keras.Config.Floatx(), value);

    public static Literal Of(bool value) => new(DType.Bool, value ? 1 : 0, value ? 1 : 0);

    public static Literal Of(Complex value) => new(DType.Complex64, value.Real, 0, value.Imaginary);

    /// <summary>The value as an integer: exact for integers, cut towards zero for others.</summary>
    public long ToInteger() => DType.IsInteger() || DType == DType.Bool ? Integer : (long)Number;
}
