using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Hornet;

/// <summary>
/// The Threefry-2x32 generator (Salmon et al., 2011), laid out as JAX's partitionable scheme does: the bits of element
/// <c>i</c> are a pure function of the key and <c>i</c>, so that any range of an array can be filled on its own.
/// </summary>
internal static class Threefry
{
    /// <summary>The constant that the third word of the key schedule is mixed with.</summary>
    internal const uint Parity = 0x1BD11BDA;

    /// <summary>The hash of one counter: two words.</summary>
    internal static RandomKey Block(RandomKey key, uint high, uint low)
    {
        var (k0, k1) = key;
        var k2 = k0 ^ k1 ^ Parity;
        var x = high + k0;
        var y = low + k1;
        OddRounds(ref x, ref y);
        (x, y) = (x + k1, y + k2 + 1);
        EvenRounds(ref x, ref y);
        (x, y) = (x + k2, y + k0 + 2);
        OddRounds(ref x, ref y);
        (x, y) = (x + k0, y + k1 + 3);
        EvenRounds(ref x, ref y);
        (x, y) = (x + k1, y + k2 + 4);
        OddRounds(ref x, ref y);
        return new(x + k2, y + k0 + 5);
    }

    /// <summary>The 32 bits of one element.</summary>
    internal static uint Word(RandomKey key, long index)
    {
        var (high, low) = key.Child(index);
        return high ^ low;
    }

    /// <summary>32 bits for each element from <paramref name="from"/> on.</summary>
    internal static void Bits(RandomKey key, long from, Span<uint> destination)
    {
        while (!destination.IsEmpty)
        {
            // Within a run the counter's high word stands still.
            var run = destination[..(int)Math.Min(destination.Length, (1L << 32) - (uint)from)];
            FillRun(key, from, run);
            destination = destination[run.Length..];
            from += run.Length;
        }
    }

    /// <summary>8 bits for each element from <paramref name="from"/> on.</summary>
    internal static void Bits(RandomKey key, long from, Span<byte> destination)
    {
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = (byte)Word(key, from + i);
        }
    }

    /// <summary>16 bits for each element from <paramref name="from"/> on.</summary>
    internal static void Bits(RandomKey key, long from, Span<ushort> destination)
    {
        for (var i = 0; i < destination.Length; i++)
        {
            destination[i] = (ushort)Word(key, from + i);
        }
    }

    /// <summary>64 bits for each element from <paramref name="from"/> on.</summary>
    internal static void Bits(RandomKey key, long from, Span<ulong> destination)
    {
        for (var i = 0; i < destination.Length; i++)
        {
            var (high, low) = key.Child(from + i);
            destination[i] = ((ulong)high << 32) | low;
        }
    }

    private static void FillRun(RandomKey key, long from, Span<uint> run)
    {
        var done = Avx512F.IsSupported
            ? ThreefryKernel.Fill<Avx512Lanes>(key, from, run)
            : ThreefryKernel.Fill<AnyLanes>(key, from, run);
        for (; done < run.Length; done++)
        {
            run[done] = Word(key, from + done);
        }
    }

    private static void OddRounds(ref uint x, ref uint y)
    {
        Round(ref x, ref y, 13);
        Round(ref x, ref y, 15);
        Round(ref x, ref y, 26);
        Round(ref x, ref y, 6);
    }

    private static void EvenRounds(ref uint x, ref uint y)
    {
        Round(ref x, ref y, 17);
        Round(ref x, ref y, 29);
        Round(ref x, ref y, 16);
        Round(ref x, ref y, 24);
    }

    private static void Round(ref uint x, ref uint y, int rotation)
    {
        x += y;
        y = BitOperations.RotateLeft(y, rotation) ^ x;
    }
}
