using System.Runtime.InteropServices;

namespace Hornet;

/// <summary>NumPy's legacy <c>RandomState</c>, which <c>numpy.random.seed</c> seeds. One thread at a time.</summary>
internal sealed class NumpyRandom
{
    private MersenneTwister _words;

    /// <summary>A generator that nobody can foresee.</summary>
    internal NumpyRandom()
    {
        Span<uint> entropy = stackalloc uint[8];
        Entropy.Fill(MemoryMarshal.AsBytes(entropy));
        _words = new(entropy);
    }

    /// <summary>A generator that starts from <paramref name="seed"/>.</summary>
    internal NumpyRandom(long seed) => _words = FromSeed(seed);

    /// <summary>Starts again from <paramref name="seed"/>.</summary>
    internal void Seed(long seed) => _words = FromSeed(seed);

    /// <summary><c>randint(low, high)</c>: from <paramref name="low"/> to below <paramref name="high"/>.</summary>
    internal long RandInt(long low, long high)
    {
        if (high <= low || (ulong)(high - low) > 1UL << 32)
        {
            throw new ArgumentException(
                $"Expected high above low by at most 2^32. Received: low={low}, high={high}.", nameof(high));
        }

        return low + NumpyShuffle.UpTo(_words, (uint)(high - low - 1));
    }

    /// <summary><c>random_sample()</c>: from 0 to 1, without 1.</summary>
    internal double RandomSample() => _words.NextDouble();

    /// <summary><c>shuffle(x)</c>, in place, along the first axis.</summary>
    internal void Shuffle<T>(Span<T> items) => NumpyShuffle.InPlace(_words, items);

    /// <summary><c>permutation(n)</c>.</summary>
    internal int[] Permutation(int count) => NumpyShuffle.Permutation(_words, count);

    private static MersenneTwister FromSeed(long seed)
    {
        if (seed is < 0 or > uint.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(seed), $"Expected a seed from 0 to {uint.MaxValue}. Received: {seed}.");
        }

        return new((uint)seed);
    }
}
