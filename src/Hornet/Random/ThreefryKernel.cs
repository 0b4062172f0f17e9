using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hornet;

/// <summary>Threefry over many counters at once.</summary>
internal static class ThreefryKernel
{
    /// <summary>
    /// Fills as much of <paramref name="run"/> as whole registers hold and returns how much that is. The low word of
    /// the counter must not wrap within the run.
    /// </summary>
    // Inlined, its words have no registers left: the profile of a long run did so, and made it 20 times slower.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    internal static int Fill<T>(RandomKey key, long from, Span<uint> run)
        where T : struct, ILanes<T>
    {
        var schedule = new Schedule<T>(key, (uint)(from >> 32));
        var start = (uint)from + key.Low;
        var step = 2 * T.Count;
        ref var destination = ref MemoryMarshal.GetReference(run);
        var done = 0;
        for (; done <= run.Length - step; done += step)
        {
            FillPair(schedule, start + (uint)done, ref Unsafe.Add(ref destination, done));
        }

        return done;
    }

    // Two chains side by side, since one waits for its own results; in locals, since only those stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillPair<T>(in Schedule<T> s, uint start, ref uint destination)
        where T : struct, ILanes<T>
    {
        T a = s.First, b = T.CountFrom(start), c = a, d = T.CountFrom(start + (uint)T.Count);
        a += b; c += d; b = T.RotateLeft(b, 13) ^ a; d = T.RotateLeft(d, 13) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 15) ^ a; d = T.RotateLeft(d, 15) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 26) ^ a; d = T.RotateLeft(d, 26) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 6) ^ a; d = T.RotateLeft(d, 6) ^ c;
        a += s.K1; c += s.K1; b += s.K2Plus1; d += s.K2Plus1;
        a += b; c += d; b = T.RotateLeft(b, 17) ^ a; d = T.RotateLeft(d, 17) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 29) ^ a; d = T.RotateLeft(d, 29) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 16) ^ a; d = T.RotateLeft(d, 16) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 24) ^ a; d = T.RotateLeft(d, 24) ^ c;
        a += s.K2; c += s.K2; b += s.K0Plus2; d += s.K0Plus2;
        a += b; c += d; b = T.RotateLeft(b, 13) ^ a; d = T.RotateLeft(d, 13) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 15) ^ a; d = T.RotateLeft(d, 15) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 26) ^ a; d = T.RotateLeft(d, 26) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 6) ^ a; d = T.RotateLeft(d, 6) ^ c;
        a += s.K0; c += s.K0; b += s.K1Plus3; d += s.K1Plus3;
        a += b; c += d; b = T.RotateLeft(b, 17) ^ a; d = T.RotateLeft(d, 17) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 29) ^ a; d = T.RotateLeft(d, 29) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 16) ^ a; d = T.RotateLeft(d, 16) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 24) ^ a; d = T.RotateLeft(d, 24) ^ c;
        a += s.K1; c += s.K1; b += s.K2Plus4; d += s.K2Plus4;
        a += b; c += d; b = T.RotateLeft(b, 13) ^ a; d = T.RotateLeft(d, 13) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 15) ^ a; d = T.RotateLeft(d, 15) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 26) ^ a; d = T.RotateLeft(d, 26) ^ c;
        a += b; c += d; b = T.RotateLeft(b, 6) ^ a; d = T.RotateLeft(d, 6) ^ c;
        a += s.K2; c += s.K2; b += s.K0Plus5; d += s.K0Plus5;
        (a ^ b).StoreTo(ref destination);
        (c ^ d).StoreTo(ref Unsafe.Add(ref destination, T.Count));
    }

    private readonly struct Schedule<T>
        where T : struct, ILanes<T>
    {
        internal readonly T First, K0, K1, K2, K2Plus1, K0Plus2, K1Plus3, K2Plus4, K0Plus5;

        internal Schedule(RandomKey key, uint high)
        {
            var (k0, k1) = key;
            var k2 = k0 ^ k1 ^ Threefry.Parity;
            First = T.Broadcast(high + k0);
            (K0, K1, K2) = (T.Broadcast(k0), T.Broadcast(k1), T.Broadcast(k2));
            (K2Plus1, K0Plus2, K1Plus3) = (T.Broadcast(k2 + 1), T.Broadcast(k0 + 2), T.Broadcast(k1 + 3));
            (K2Plus4, K0Plus5) = (T.Broadcast(k2 + 4), T.Broadcast(k0 + 5));
        }
    }
}
