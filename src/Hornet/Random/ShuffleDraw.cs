using System.Buffers;

namespace Hornet;

/// <summary>
/// Orders in which to take the elements along an axis, a new one for each line of the array: sorted by random bits,
/// as often as makes a tie in all of them unlikely.
/// </summary>
internal static class ShuffleDraw
{
    /// <summary>
    /// For an array seen as (outer, <paramref name="length"/>, <paramref name="inner"/>): where along the middle axis
    /// each element comes from. Only the lines from <paramref name="fromLine"/> to <paramref name="toLine"/> of the
    /// outer · inner ones are filled, so that threads may share an array.
    /// </summary>
    internal static void Fill(RandomKey key, int length, int inner, int fromLine, int toLine, Span<long> order)
    {
        var keys = RoundKeys(key, order.Length);
        var sorted = ArrayPool<ulong>.Shared.Rent(length);
        var places = ArrayPool<uint>.Shared.Rent(length);
        for (var line = fromLine; line < toLine; line++)
        {
            var first = (line / inner * length * inner) + (line % inner);
            Shuffle(keys, first, inner, sorted.AsSpan(0, length), places.AsSpan(0, length));
            for (var i = 0; i < length; i++)
            {
                order[first + (i * inner)] = places[i];
            }
        }

        ArrayPool<uint>.Shared.Return(places);
        ArrayPool<ulong>.Shared.Return(sorted);
    }

    // ceil(3 · ln(size) / ln(2^32 − 1)) rounds
    private static RandomKey[] RoundKeys(RandomKey key, long size)
    {
        var rounds = (int)Math.Ceiling(3 * Math.Log(Math.Max(1, size)) / Math.Log(uint.MaxValue));
        var keys = new RandomKey[rounds];
        for (var i = 0; i < rounds; i++)
        {
            (key, keys[i]) = key.Split();
        }

        return keys;
    }

    private static void Shuffle(RandomKey[] keys, int first, int stride, Span<ulong> sorted, Span<uint> places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = (uint)i;
        }

        foreach (var key in keys)
        {
            // Below the random bits the index: it makes the sort stable and says what was moved.
            for (var i = 0; i < sorted.Length; i++)
            {
                sorted[i] = ((ulong)Threefry.Word(key, first + ((long)i * stride)) << 32) | (uint)i;
            }

            sorted.Sort();
            for (var i = 0; i < sorted.Length; i++)
            {
                // The place goes to the upper half, which is no longer needed, until all have been read.
                sorted[i] = ((ulong)places[(int)(uint)sorted[i]] << 32) | (uint)sorted[i];
            }

            for (var i = 0; i < sorted.Length; i++)
            {
                places[i] = (uint)(sorted[i] >> 32);
            }
        }
    }
}
