using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>
/// The natural logarithm in float32 as XLA computes it on CPUs, bit for bit: Cephes's polynomials (Moshier), with the
/// products and sums contracted. Random numbers are made with it, and a logarithm that rounds better gives others.
/// </summary>
internal static class XlaLog
{
    private const float SmallestNormal = 1.17549435e-38f;
    private const float RootHalf = 0.707106781186547524f;
    private const float RootTwoMinusOne = 0.41421356237309504880f;

    /// <summary>log x.</summary>
    internal static float Log(float x) => Log(new Vector<float>(x))[0];

    /// <summary>log (1 + x), for x above −1.</summary>
    internal static float Log1P(float x) => Log1P(new Vector<float>(x))[0];

    /// <inheritdoc cref="Log(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Log(Vector<float> x)
    {
        var log = LogOfPositive(Vector.Max(x, new Vector<float>(SmallestNormal)));
        var infinity = new Vector<float>(float.PositiveInfinity);
        log = Vector.ConditionalSelect(Vector.Equals(x, infinity), infinity, log);
        log = Vector.ConditionalSelect(Vector.Equals(x, Vector<float>.Zero), -infinity, log);
        var defined = Vector.GreaterThanOrEqual(x, Vector<float>.Zero);
        return Vector.ConditionalSelect(defined, log, new Vector<float>(float.NaN));
    }

    /// <inheritdoc cref="Log1P(float)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<float> Log1P(Vector<float> x)
    {
        var near = Vector.LessThan(Vector.Abs(x), new Vector<float>(RootTwoMinusOne));
        return Vector.ConditionalSelect(near, Log1PNearZero(x), LogOfPositive(x + Vector<float>.One));
    }

    // x = m · 2^e with m in (√½, √2): log x = log m + e · log 2, and log 2 is taken in two parts.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> LogOfPositive(Vector<float> x)
    {
        var bits = Vector.AsVectorUInt32(x);
        var e = Vector.ConvertToSingle(Vector.AsVectorInt32(bits >>> 23) - new Vector<int>(126));
        var m = Vector.AsVectorSingle((bits & new Vector<uint>(0x007FFFFF)) | new Vector<uint>(0x3F000000));
        var low = Vector.LessThan(m, new Vector<float>(RootHalf));
        e -= Vector.ConditionalSelect(low, Vector<float>.One, Vector<float>.Zero);
        var t = m - Vector<float>.One + Vector.ConditionalSelect(low, m, Vector<float>.Zero);

        var t2 = t * t;
        var y = Vector.FusedMultiplyAdd(Cubic(t), t2 * t, new Vector<float>(-2.12194440e-4f) * e);
        t = Vector.FusedMultiplyAdd(new Vector<float>(-0.5f), t2, t) + y;
        return Vector.FusedMultiplyAdd(new Vector<float>(0.693359375f), e, t);
    }

    // (log (1 + t) − t + t² / 2) / t³: nine coefficients in three groups of three
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Cubic(Vector<float> t)
    {
        var t3 = t * t * t;
        var high = Polynomial.Of(t, 7.0376836292e-2f, -1.1514610310e-1f, 1.1676998740e-1f);
        var middle = Polynomial.Of(t, -1.2420140846e-1f, 1.4249322787e-1f, -1.6668057665e-1f);
        var low = Polynomial.Of(t, 2.0000714765e-1f, -2.4999993993e-1f, 3.3333331174e-1f);
        return Vector.FusedMultiplyAdd(Vector.FusedMultiplyAdd(high, t3, middle), t3, low);
    }

    // x − x² / 2 + x³ · P(x) / Q(x)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Log1PNearZero(Vector<float> x)
    {
        var p = Polynomial.Of(
            x,
            4.5270000862445199635215e-5f,
            4.9854102823193375972212e-1f,
            6.5787325942061044846969f,
            29.911919328553073277375f,
            60.949667980987787057556f,
            57.112963590585538103336f,
            20.039553499201281259648f);
        var q = Polynomial.Of(
            x,
            1,
            15.062909083469192043167f,
            83.047565967967209469434f,
            221.76239823732856465394f,
            309.09872225312059774938f,
            216.42788614495947685003f,
            60.118660497603843919306f);
        var x2 = x * x;
        return x + Vector.FusedMultiplyAdd(new Vector<float>(-0.5f), x2, x * x2 * (p / q));
    }
}
