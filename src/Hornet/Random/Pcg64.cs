using System.Numerics;

namespace Hornet;

/// <summary>PCG XSL-RR 128/64 (O'Neill, 2014), the generator beneath NumPy's <c>default_rng</c>.</summary>
internal sealed class Pcg64 : IBitSource
{
    private static readonly UInt128 s_multiplier = new(2549297995355413924, 4865540595714422341);

    private readonly UInt128 _increment;
    private UInt128 _state;
    private uint? _kept;

    internal Pcg64(SeedSequence seed)
    {
        Span<ulong> words = stackalloc ulong[4];
        seed.Generate(words);
        _increment = (new UInt128(words[2], words[3]) << 1) | 1;
        Step();
        _state += new UInt128(words[0], words[1]);
        Step();
    }

    /// <summary>Half of 64 bits: first the low half, then the high one, which is kept.</summary>
    public uint NextUInt32()
    {
        if (_kept is { } kept)
        {
            _kept = null;
            return kept;
        }

        var word = NextUInt64();
        _kept = (uint)(word >> 32);
        return (uint)word;
    }

    private ulong NextUInt64()
    {
        Step();
        var folded = (ulong)(_state >> 64) ^ (ulong)_state;
        return BitOperations.RotateRight(folded, (int)(_state >> 122));
    }

    private void Step() => _state = (_state * s_multiplier) + _increment;
}
