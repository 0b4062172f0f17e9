namespace Hornet;

/// <summary>NumPy's <c>SeedSequence</c>: spreads an integer seed over the words a generator starts from.</summary>
internal sealed class SeedSequence
{
    private const int PoolSize = 4;

    private readonly uint[] _pool = new uint[PoolSize];

    internal SeedSequence(long seed)
    {
        if (seed < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(seed), $"Expected a seed of at least 0. Received: {seed}.");
        }

        // The seed's two words and zeros, then each word of the pool mixed into the others.
        var hash = new Hash(0x43B0D7E5, 0x931E8875);
        ReadOnlySpan<uint> entropy = [(uint)seed, (uint)(seed >> 32), 0, 0];
        for (var i = 0; i < PoolSize; i++)
        {
            _pool[i] = hash.Next(entropy[i]);
        }

        for (var source = 0; source < PoolSize; source++)
        {
            for (var target = 0; target < PoolSize; target++)
            {
                if (source != target)
                {
                    _pool[target] = Mix(_pool[target], hash.Next(_pool[source]));
                }
            }
        }
    }

    /// <summary>The words to start a generator from.</summary>
    internal void Generate(Span<ulong> words)
    {
        var hash = new Hash(0x8B51F9DD, 0x58F38DED);
        for (var i = 0; i < words.Length; i++)
        {
            var low = hash.Next(_pool[2 * i % PoolSize]);
            words[i] = low | ((ulong)hash.Next(_pool[((2 * i) + 1) % PoolSize]) << 32);
        }
    }

    private static uint Mix(uint x, uint y)
    {
        var mixed = (0xCA01F9DD * x) - (0x4973F715 * y);
        return mixed ^ (mixed >> 16);
    }

    private struct Hash(uint start, uint multiplier)
    {
        private uint _constant = start;

        internal uint Next(uint value)
        {
            value ^= _constant;
            _constant *= multiplier;
            value *= _constant;
            return value ^ (value >> 16);
        }
    }
}
