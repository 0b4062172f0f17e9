using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>
/// The floating-point format that a distribution computes in. Values are kept as float32, and after each operation
/// rounded to the format, as XLA does; in float32 itself XLA contracts a product and a sum to one operation.
/// </summary>
internal readonly record struct Precision
{
    private readonly Format _format;

    private Precision(Format format) => _format = format;

    private enum Format
    {
        Single,
        Half,
        BFloat16,
    }

    internal static Precision Single => new(Format.Single);

    internal static Precision Half => new(Format.Half);

    internal static Precision BFloat16 => new(Format.BFloat16);

    /// <summary>Bits of the significand, with the hidden one.</summary>
    internal int Digits => _format switch { Format.Single => 24, Format.Half => 11, _ => 8 };

    /// <summary>The smallest normal number.</summary>
    internal float Tiny => _format == Format.Half ? 6.103515625e-5f : 1.17549435e-38f;

    /// <summary>The number just below 1.</summary>
    internal float BelowOne => 1 - MathF.ScaleB(1, -Digits);

    /// <summary>The format of a dtype; float64 is drawn as float32, as JAX does without its 64-bit switch.</summary>
    internal static Precision Of(DType dtype) => dtype switch
    {
        DType.Float32 or DType.Float64 => Single,
        DType.Float16 => Half,
        DType.BFloat16 => BFloat16,
        _ => throw new ArgumentException(
            $"Expected a floating-point dtype (float16, bfloat16, float32 or float64). Received: {dtype}.",
            nameof(dtype)),
    };

    /// <summary>A number from 0 to 1 (without it) of random bits: as many of them as the significand has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector<float> Unit(Vector<uint> bits) => _format switch
    {
        Format.Single => AsSignificand(bits >>> 9),
        Format.Half => AsSignificand((bits << 16 >>> 22) << 13),
        _ => AsSignificand((bits << 24 >>> 25) << 16),
    };

    /// <summary><c>a · b + c</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector<float> MultiplyAdd(Vector<float> a, Vector<float> b, Vector<float> c) =>
        _format == Format.Single ? Vector.FusedMultiplyAdd(a, b, c) : Round(Round(a * b) + c);

    /// <inheritdoc cref="MultiplyAdd(Vector{float}, Vector{float}, Vector{float})"/>
    internal float MultiplyAdd(float a, float b, float c) =>
        _format == Format.Single ? MathF.FusedMultiplyAdd(a, b, c) : Round(Round(a * b) + c);

    /// <summary>The nearest number of the format, ties to even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector<float> Round(Vector<float> x) => _format switch
    {
        Format.Single => x,
        Format.Half => RoundToHalf(x),
        _ => Keep(x, 16),
    };

    /// <inheritdoc cref="Round(Vector{float})"/>
    internal float Round(float x) => _format switch
    {
        Format.Single => x,
        Format.Half => (float)(System.Half)x,
        _ => Keep(new Vector<float>(x), 16)[0],
    };

    // 1.significand − 1
    private static Vector<float> AsSignificand(Vector<uint> significand) =>
        Vector.AsVectorSingle(significand | new Vector<uint>(0x3F800000)) - Vector<float>.One;

    private static Vector<float> RoundToHalf(Vector<float> x)
    {
        // Below the smallest normal number the steps are 2^-24, as those of float32 between 1/2 and 1 are.
        var magnitude = Vector.Abs(x);
        var half = new Vector<float>(0.5f);
        var subnormal = (magnitude + half) - half;
        var normal = Keep(magnitude, 13);
        var rounded = Vector.ConditionalSelect(
            Vector.LessThan(magnitude, new Vector<float>(6.103515625e-5f)), subnormal, normal);
        rounded = Vector.ConditionalSelect(
            Vector.GreaterThan(rounded, new Vector<float>(65504)),
            new Vector<float>(float.PositiveInfinity),
            rounded);
        return Vector.CopySign(rounded, x);
    }

    // Drops the last bits of the significand; carries run into the exponent, where they belong. NaN stays as it is.
    private static Vector<float> Keep(Vector<float> x, int dropped)
    {
        var bits = Vector.AsVectorUInt32(x);
        var odd = (bits >>> dropped) & Vector<uint>.One;
        var nearest = bits + odd + new Vector<uint>((1u << (dropped - 1)) - 1);
        nearest &= new Vector<uint>(uint.MaxValue << dropped);
        return Vector.ConditionalSelect(Vector.Equals(x, x), Vector.AsVectorSingle(nearest), x);
    }
}
