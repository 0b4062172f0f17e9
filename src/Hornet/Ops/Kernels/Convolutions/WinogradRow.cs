using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hornet;

/// <summary>A line of a Winograd tile: four places of 16 channels.</summary>
/// <remarks>
/// Of F(2x2, 3x3) by Lavin and Gray, "Fast Algorithms for Convolutional Neural Networks": two outputs of a window of
/// three are y = Aᵀ((G w) ⊙ (Bᵀ x)) with four products for six, and that down as well as across. The gradient by w is
/// Gᵀ((Bᵀ x) ⊙ (A g)). The factors are 1 and ½, so that rounding stays that of a direct sum; an infinity or NaN of the
/// image reaches all outputs of its tile.
/// </remarks>
internal struct WinogradRow
{
    private Vector512<float> _a, _b, _c, _d;

    /// <summary>Four places, so many elements apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WinogradRow Load(ref float x, nint stride) => new()
    {
        _a = Vector512.LoadUnsafe(ref x),
        _b = Vector512.LoadUnsafe(ref Unsafe.Add(ref x, stride)),
        _c = Vector512.LoadUnsafe(ref Unsafe.Add(ref x, 2 * stride)),
        _d = Vector512.LoadUnsafe(ref Unsafe.Add(ref x, 3 * stride)),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float y, nint stride)
    {
        _a.StoreUnsafe(ref y);
        _b.StoreUnsafe(ref Unsafe.Add(ref y, stride));
        _c.StoreUnsafe(ref Unsafe.Add(ref y, 2 * stride));
        _d.StoreUnsafe(ref Unsafe.Add(ref y, 3 * stride));
    }

    /// <summary>Bᵀ x</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly WinogradRow OfInput() =>
        new() { _a = _a - _c, _b = _b + _c, _c = _c - _b, _d = _b - _d };

    /// <summary>A g, of two places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WinogradRow OfGradient(Vector512<float> first, Vector512<float> second) =>
        new() { _a = first, _b = first + second, _c = first - second, _d = -second };

    /// <summary>G w, of three places, so many elements apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WinogradRow OfKernel(ref float w, nint stride)
    {
        var (first, last) = (Vector512.LoadUnsafe(ref w), Vector512.LoadUnsafe(ref Unsafe.Add(ref w, 2 * stride)));
        var (outer, middle) = (first + last, Vector512.LoadUnsafe(ref Unsafe.Add(ref w, stride)));
        return new() { _a = first, _b = (outer + middle) * 0.5f, _c = (outer - middle) * 0.5f, _d = last };
    }

    /// <summary>Aᵀ m: two outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly (Vector512<float> First, Vector512<float> Second) ToOutput() =>
        (_a + _b + _c, _b - _c - _d);

    /// <summary>Writes Gᵀ m: three places of a kernel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void StoreKernel(ref float w, nint stride)
    {
        var half = (_b + _c) * 0.5f;
        (_a + half).StoreUnsafe(ref w);
        ((_b - _c) * 0.5f).StoreUnsafe(ref Unsafe.Add(ref w, stride));
        (half + _d).StoreUnsafe(ref Unsafe.Add(ref w, 2 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WinogradRow operator +(WinogradRow x, WinogradRow y) =>
        new() { _a = x._a + y._a, _b = x._b + y._b, _c = x._c + y._c, _d = x._d + y._d };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WinogradRow operator -(WinogradRow x, WinogradRow y) =>
        new() { _a = x._a - y._a, _b = x._b - y._b, _c = x._c - y._c, _d = x._d - y._d };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WinogradRow operator -(WinogradRow x) => new() { _a = -x._a, _b = -x._b, _c = -x._c, _d = -x._d };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WinogradRow operator *(WinogradRow x, float y) =>
        new() { _a = x._a * y, _b = x._b * y, _c = x._c * y, _d = x._d * y };
}
