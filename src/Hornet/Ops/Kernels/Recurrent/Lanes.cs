using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Hornet.Native;

namespace Hornet;

/// <summary>Elements side by side in a register, of float32 or float64.</summary>
internal static class Lanes<T>
    where T : unmanaged
{
    public static int Count => Vector512<T>.Count;

    /// <summary>The bytes of an element.</summary>
    public static int Size => Unsafe.SizeOf<T>();

    /// <summary>The elements from an index, of which there are so many: zeros stand for what is beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Load<TRoom>(Address from, int index, int count)
        where TRoom : struct => typeof(TRoom) == typeof(Whole)
            ? Vector512.LoadUnsafe(ref from.First<T>(), (nuint)index)
            : LoadFew(from.Skip<T>(index), count);

    /// <summary>Writes to an index as many as there is room for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<TRoom>(Vector512<T> x, Address to, int index, int count)
        where TRoom : struct
    {
        if (typeof(TRoom) == typeof(Whole))
        {
            x.StoreUnsafe(ref to.First<T>(), (nuint)index);
        }
        else
        {
            StoreFew(x, to.Skip<T>(index), count);
        }
    }

    /// <summary>x = σ(x + y + z), of elements from an index.</summary>
    /// <remarks>A loop of its own: of several such functions in a method, the compiler inlines a part.</remarks>
    public static void SigmoidOfSum(Address x, Address y, Address z, int start, int count)
    {
        var (at, end) = (start, start + count);
        for (; at <= end - Count; at += Count)
        {
            Store<Whole>(Sigmoid(Sum<Whole>(x, y, z, at, Count)), x, at, Count);
        }

        if (at < end)
        {
            Store<Rest>(Sigmoid(Sum<Rest>(x, y, z, at, end - at)), x, at, end - at);
        }
    }

    /// <summary>x = tanh(x + y + z), of elements from an index.</summary>
    public static void TanhOfSum(Address x, Address y, Address z, int start, int count)
    {
        var (at, end) = (start, start + count);
        for (; at <= end - Count; at += Count)
        {
            Store<Whole>(Tanh(Sum<Whole>(x, y, z, at, Count)), x, at, Count);
        }

        if (at < end)
        {
            Store<Rest>(Tanh(Sum<Rest>(x, y, z, at, end - at)), x, at, end - at);
        }
    }

    /// <summary>x · y + z, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> MultiplyAdd(Vector512<T> x, Vector512<T> y, Vector512<T> z) => typeof(T) == typeof(float)
        ? Vector512.FusedMultiplyAdd(x.AsSingle(), y.AsSingle(), z.AsSingle()).As<float, T>()
        : Vector512.FusedMultiplyAdd(x.AsDouble(), y.AsDouble(), z.AsDouble()).As<double, T>();

    /// <summary>σ(x) = 1 / (1 + exp(−x))</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Sigmoid(Vector512<T> x)
    {
        var limit = Of(typeof(T) == typeof(float) ? 87 : 708); // beyond, exp has no full precision
        var (p, scale) = ExpMinus1(Vector512.MinNative(limit, Vector512.MaxNative(-limit, -x)));
        return Divide(Vector512<T>.One, Vector512<T>.One + MultiplyAdd(scale, p, scale));
    }

    /// <summary>tanh(x) = −t / (2 + t), t = exp(−2|x|) − 1, with the sign of x: exact where x is small, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Tanh(Vector512<T> x)
    {
        var least = Of(-80); // beyond, the result is one
        var (p, scale) = ExpMinus1(Vector512.MaxNative(least, Of(-2) * Vector512.Abs(x)));
        var t = MultiplyAdd(scale, p, scale - Vector512<T>.One);
        return Vector512.CopySign(Divide(t, Of(2) + t), x);
    }

    // An estimate of 14 bits is mended twice: twice as fast as a division.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Divide(Vector512<T> x, Vector512<T> y)
    {
        if (!Avx512F.IsSupported || typeof(T) != typeof(float))
        {
            return x / y;
        }

        var inverse = Avx512F.Reciprocal14(y.AsSingle()).As<float, T>();
        inverse = MultiplyAdd(inverse, MultiplyAdd(-y, inverse, Vector512<T>.One), inverse);
        var quotient = x * inverse;
        return MultiplyAdd(inverse, MultiplyAdd(-y, quotient, x), quotient);
    }

    // exp(x) = s (1 + p): x = n ln 2 + r, s = 2ⁿ, p = exp(r) − 1 by its Taylor series, as |r| ≤ ln 2 / 2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<T> P, Vector512<T> Scale) ExpMinus1(Vector512<T> x)
    {
        // 1.5 · 2²³, or 2⁵²: the last bits of a sum are n
        var integers = Of(typeof(T) == typeof(float) ? 12582912.0 : 6755399441055744.0);
        var sum = MultiplyAdd(x, Of(1.4426950408889634), integers);
        var n = sum - integers;
        var r = MultiplyAdd(n, Of(typeof(T) == typeof(float) ? -0.693359375 : -6.93145751953125e-1), x);
        r = MultiplyAdd(n, Of(typeof(T) == typeof(float) ? 2.12194440054690583e-4 : -1.42860682030941723e-6), r);
        var series = typeof(T) == typeof(float) ? Of(1.0 / 5040) : LastTerms(r);
        series = MultiplyAdd(series, r, Of(1.0 / 720));
        series = MultiplyAdd(series, r, Of(1.0 / 120));
        series = MultiplyAdd(series, r, Of(1.0 / 24));
        series = MultiplyAdd(series, r, Of(1.0 / 6));
        series = MultiplyAdd(series, r, Of(0.5));
        return (MultiplyAdd(series, r * r, r), Power(sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> LastTerms(Vector512<T> r)
    {
        var series = Of(1.0 / 6227020800);
        series = MultiplyAdd(series, r, Of(1.0 / 479001600));
        series = MultiplyAdd(series, r, Of(1.0 / 39916800));
        series = MultiplyAdd(series, r, Of(1.0 / 3628800));
        series = MultiplyAdd(series, r, Of(1.0 / 362880));
        series = MultiplyAdd(series, r, Of(1.0 / 40320));
        return MultiplyAdd(series, r, Of(1.0 / 5040));
    }

    // 2ⁿ, n being in the last bits: it goes to where the exponent is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Power(Vector512<T> sum) => typeof(T) == typeof(float)
        ? (Vector512.ShiftLeft(sum.AsInt32(), 23) + Vector512<T>.One.AsInt32()).As<int, T>()
        : (Vector512.ShiftLeft(sum.AsInt64(), 52) + Vector512<T>.One.AsInt64()).As<long, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Of(double value) => typeof(T) == typeof(float)
        ? Vector512.Create((float)value).As<float, T>()
        : Vector512.Create(value).As<double, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> Sum<TRoom>(Address x, Address y, Address z, int at, int count)
        where TRoom : struct =>
        Load<TRoom>(x, at, count) + Load<TRoom>(y, at, count) + Load<TRoom>(z, at, count);

    private static Vector512<T> LoadFew(Address from, int count)
    {
        Span<T> lanes = stackalloc T[Vector512<T>.Count];
        lanes.Clear();
        from.Span<T>(count).CopyTo(lanes);
        return Vector512.Create<T>(lanes);
    }

    private static void StoreFew(Vector512<T> x, Address to, int count)
    {
        Span<T> lanes = stackalloc T[Vector512<T>.Count];
        x.CopyTo(lanes);
        lanes[..count].CopyTo(to.Span<T>(count));
    }
}

/// <summary>There is room for all lanes: code for it calls nothing, and so keeps its numbers in registers.</summary>
internal readonly struct Whole;

/// <summary>There is room for less.</summary>
internal readonly struct Rest;
