using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hornet;

/// <summary>Four places of a register of channels.</summary>
/// <remarks>Four, since of larger structures the compiler keeps no fields in registers.</remarks>
internal struct FourSums : ITile
{
    private Vector512<float> _first, _second, _third, _fourth;

    public static int Places => 4;

    public static int Channels => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref byte x, nint stride, nint thrice, ref float w)
    {
        var weights = Vector512.LoadUnsafe(ref w);
        _first = Add(_first, ref x, weights);
        _second = Add(_second, ref Unsafe.AddByteOffset(ref x, stride), weights);
        _third = Add(_third, ref Unsafe.AddByteOffset(ref x, 2 * stride), weights);
        _fourth = Add(_fourth, ref Unsafe.AddByteOffset(ref x, thrice), weights);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(ref float y, nint stride)
    {
        _first.StoreUnsafe(ref y);
        _second.StoreUnsafe(ref Unsafe.Add(ref y, stride));
        _third.StoreUnsafe(ref Unsafe.Add(ref y, 2 * stride));
        _fourth.StoreUnsafe(ref Unsafe.Add(ref y, 3 * stride));
    }

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
