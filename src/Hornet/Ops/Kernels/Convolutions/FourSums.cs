using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hornet;

/// <summary>Sums of products: of four places of one operand with a register of the other.</summary>
/// <remarks>Four, since of larger structures the compiler keeps no fields in registers.</remarks>
internal struct FourSums
{
    private Vector512<float> _first, _second, _third, _fourth;

    /// <summary>Adds x[place] · w; places are so many bytes apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref byte x, nint stride, nint thrice, Vector512<float> w)
    {
        _first = Add(_first, ref x, w);
        _second = Add(_second, ref Unsafe.AddByteOffset(ref x, stride), w);
        _third = Add(_third, ref Unsafe.AddByteOffset(ref x, 2 * stride), w);
        _fourth = Add(_fourth, ref Unsafe.AddByteOffset(ref x, thrice), w);
    }

    /// <summary>Writes the sums of each place, so many elements apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float y, nint stride)
    {
        _first.StoreUnsafe(ref y);
        _second.StoreUnsafe(ref Unsafe.Add(ref y, stride));
        _third.StoreUnsafe(ref Unsafe.Add(ref y, 2 * stride));
        _fourth.StoreUnsafe(ref Unsafe.Add(ref y, 3 * stride));
    }

    /// <summary>Adds to the sums what is there already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddWhatIs(ref float y, nint stride)
    {
        _first += Vector512.LoadUnsafe(ref y);
        _second += Vector512.LoadUnsafe(ref Unsafe.Add(ref y, stride));
        _third += Vector512.LoadUnsafe(ref Unsafe.Add(ref y, 2 * stride));
        _fourth += Vector512.LoadUnsafe(ref Unsafe.Add(ref y, 3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Add(Vector512<float> sum, ref byte x, Vector512<float> w) =>
        Vector512.FusedMultiplyAdd(w, Vector512.Create(Unsafe.As<byte, float>(ref x)), sum);
}
