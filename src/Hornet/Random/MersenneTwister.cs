namespace Hornet;

/// <summary>MT19937 (Matsumoto and Nishimura, 1998), beneath Python's <c>random</c> and NumPy's legacy one.</summary>
internal sealed class MersenneTwister : IBitSource
{
    private const int Size = 624;
    private const int Shift = 397;

    private readonly uint[] _state = new uint[Size];
    private int _next = Size;

    /// <summary>Starts from one word, as NumPy's <c>RandomState</c> does.</summary>
    internal MersenneTwister(uint seed) => Fill(seed);

    /// <summary>Starts from any number of words, as Python does.</summary>
    internal MersenneTwister(ReadOnlySpan<uint> seed)
    {
        Fill(19650218);
        var i = 1;
        var j = 0;
        for (var k = Math.Max(Size, seed.Length); k > 0; k--)
        {
            _state[i] = (_state[i] ^ (Mixed(i - 1) * 1664525)) + seed[j] + (uint)j;
            i = Following(i);
            j = (j + 1) % seed.Length;
        }

        for (var k = Size - 1; k > 0; k--)
        {
            _state[i] = (_state[i] ^ (Mixed(i - 1) * 1566083941)) - (uint)i;
            i = Following(i);
        }

        _state[0] = 0x80000000;
    }

    /// <inheritdoc/>
    public uint NextUInt32()
    {
        if (_next == Size)
        {
            Twist();
            _next = 0;
        }

        var word = _state[_next++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9D2C5680;
        word ^= (word << 15) & 0xEFC60000;
        return word ^ (word >> 18);
    }

    /// <summary>A number from 0 to 1 (without it) of 53 bits.</summary>
    internal double NextDouble()
    {
        var high = NextUInt32() >> 5;
        var low = NextUInt32() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    private void Fill(uint seed)
    {
        _state[0] = seed;
        for (var i = 1; i < Size; i++)
        {
            _state[i] = (Mixed(i - 1) * 1812433253) + (uint)i;
        }
    }

    private uint Mixed(int index) => _state[index] ^ (_state[index] >> 30);

    // Past the end the last word is carried to the front, and counting goes on after it.
    private int Following(int index)
    {
        if (index + 1 < Size)
        {
            return index + 1;
        }

        _state[0] = _state[Size - 1];
        return 1;
    }

    private void Twist()
    {
        for (var i = 0; i < Size; i++)
        {
            var word = (_state[i] & 0x80000000) | (_state[(i + 1) % Size] & 0x7FFFFFFF);
            _state[i] = _state[(i + Shift) % Size] ^ (word >> 1) ^ ((word & 1) * 0x9908B0DF);
        }
    }
}
