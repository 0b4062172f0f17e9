namespace Hornet;

/// <summary>True with a probability: <c>unit &lt; probability</c>.</summary>
internal static class BernoulliDraw
{
    /// <summary>The values of the elements from <paramref name="from"/> on.</summary>
    internal static void Fill(RandomKey key, long from, Span<bool> destination, float probability)
    {
        var bound = Bound(probability);
        Span<uint> bits = stackalloc uint[512];
        while (!destination.IsEmpty)
        {
            var piece = bits[..Math.Min(bits.Length, destination.Length)];
            Threefry.Bits(key, from, piece);
            for (var i = 0; i < piece.Length; i++)
            {
                destination[i] = piece[i] < bound;
            }

            destination = destination[piece.Length..];
            from += piece.Length;
        }
    }

    /// <summary>
    /// The bits below this bound make a unit below <paramref name="probability"/>. A unit is the upper 23 bits over
    /// 2^23, hence <c>ceil(probability · 2^23) · 2^9</c>, which is 2^32 where all are below.
    /// </summary>
    internal static ulong Bound(float probability) =>
        (ulong)Math.Ceiling(Math.Clamp((double)probability, 0, 1) * (1 << 23)) << 9;
}
