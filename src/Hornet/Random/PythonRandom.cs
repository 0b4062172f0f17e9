using System.Numerics;
using System.Runtime.InteropServices;

namespace Hornet;

/// <summary>Python's <c>random.Random</c>: the same numbers for the same seed. One thread at a time.</summary>
internal sealed class PythonRandom
{
    private MersenneTwister _words;

    /// <summary>A generator that nobody can foresee.</summary>
    internal PythonRandom()
    {
        Span<uint> entropy = stackalloc uint[8];
        Entropy.Fill(MemoryMarshal.AsBytes(entropy));
        _words = new(entropy);
    }

    /// <summary>A generator that starts from <paramref name="seed"/>.</summary>
    internal PythonRandom(long seed) => _words = FromSeed(seed);

    /// <summary>Starts again from <paramref name="seed"/> (its sign does not count, in Python either).</summary>
    internal void Seed(long seed) => _words = FromSeed(seed);

    /// <summary><c>getrandbits(k)</c>, for up to 64 bits.</summary>
    internal ulong GetRandBits(int count)
    {
        if (count is < 0 or > 64)
        {
            throw new ArgumentOutOfRangeException(nameof(count), $"Expected 0 to 64 bits. Received: {count}.");
        }

        if (count == 0)
        {
            return 0;
        }

        if (count <= 32)
        {
            return _words.NextUInt32() >> (32 - count);
        }

        var low = _words.NextUInt32();
        return ((ulong)(_words.NextUInt32() >> (64 - count)) << 32) | low;
    }

    /// <summary><c>random()</c>: from 0 to 1, without 1.</summary>
    internal double Random() => _words.NextDouble();

    /// <summary><c>randint(a, b)</c>: from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    internal long RandInt(long low, long high)
    {
        if (high < low)
        {
            throw new ArgumentException($"Expected high to be at least low. Received: low={low}, high={high}.");
        }

        return low + (long)Below((ulong)(high - low) + 1);
    }

    /// <summary><c>choice(seq)</c>.</summary>
    internal T Choice<T>(ReadOnlySpan<T> items)
    {
        if (items.IsEmpty)
        {
            throw new ArgumentException("Expected at least one item to choose from. Received none.", nameof(items));
        }

        return items[(int)Below((ulong)items.Length)];
    }

    /// <summary><c>shuffle(x)</c>, in place.</summary>
    internal void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)Below((ulong)i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    // As many bits as the bound has, drawn again until they are below it. All 2^64 integers wrap the bound to 0.
    private ulong Below(ulong bound)
    {
        if (bound == 0)
        {
            throw new ArgumentException("Expected a range of fewer than 2^64 integers.", nameof(bound));
        }

        var bits = 64 - BitOperations.LeadingZeroCount(bound);
        ulong drawn;
        do
        {
            drawn = GetRandBits(bits);
        }
        while (drawn >= bound);
        return drawn;
    }

    private static MersenneTwister FromSeed(long seed)
    {
        var magnitude = seed < 0 ? (ulong)-seed : (ulong)seed;
        ReadOnlySpan<uint> words = [(uint)magnitude, (uint)(magnitude >> 32)];
        return new(words[1] == 0 ? words[..1] : words);
    }
}
