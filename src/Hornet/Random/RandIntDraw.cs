namespace Hornet;

/// <summary>Integers between two bounds, the upper one left out.</summary>
internal readonly struct RandIntDraw
{
    private readonly uint _low;
    private readonly uint _span;
    private readonly uint _multiplier;

    /// <summary>
    /// Bounds beyond the dtype count as its ends. An upper bound that is not above the lower one gives the lower one.
    /// Integers of 64 bits are drawn as those of 32, as JAX does without its 64-bit switch.
    /// </summary>
    internal RandIntDraw(long low, long high, DType dtype)
    {
        var (smallest, largest) = Range(dtype);
        low = Math.Clamp(low, smallest, largest);
        high = Math.Clamp(high, smallest, largest + 1);
        _low = (uint)low;
        _span = high > low ? (uint)(high - low) : 1;
        var root = Remainder(1 << 16, _span);
        _multiplier = Remainder(root * root, _span);
    }

    /// <summary>
    /// The values of the elements from <paramref name="from"/> on, as 32 bits: of an int32 or a uint32, as the dtype
    /// is signed or not.
    /// </summary>
    internal void Fill(RandomKey key, long from, Span<uint> destination)
    {
        var (high, low) = key.Split();
        Threefry.Bits(low, from, destination);
        Span<uint> words = stackalloc uint[512];
        for (var done = 0; done < destination.Length; done += words.Length)
        {
            var piece = destination[done..Math.Min(done + words.Length, destination.Length)];
            Threefry.Bits(high, from + done, words[..piece.Length]);
            for (var i = 0; i < piece.Length; i++)
            {
                piece[i] = Of(words[i], piece[i]);
            }
        }
    }

    // A number of 64 bits modulo the span: (high mod span) · (2^32 mod span) + low mod span, in 32 bits.
    private uint Of(uint high, uint low)
    {
        var sum = (Remainder(high, _span) * _multiplier) + Remainder(low, _span);
        return _low + Remainder(sum, _span);
    }

    // A span of 2^32 is 0 in 32 bits, and leaves every number as it is.
    private static uint Remainder(uint x, uint span) => span == 0 ? x : x % span;

    private static (long Smallest, long Largest) Range(DType dtype) => dtype switch
    {
        DType.Int8 => (sbyte.MinValue, sbyte.MaxValue),
        DType.Int16 => (short.MinValue, short.MaxValue),
        DType.Int32 or DType.Int64 => (int.MinValue, int.MaxValue),
        DType.UInt8 => (byte.MinValue, byte.MaxValue),
        DType.UInt16 => (ushort.MinValue, ushort.MaxValue),
        DType.UInt32 or DType.UInt64 => (uint.MinValue, uint.MaxValue),
        _ => throw new ArgumentException(
            $"Expected an integer dtype. Received: {dtype}.", nameof(dtype)),
    };
}
