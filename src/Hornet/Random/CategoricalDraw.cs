using System.Buffers;

namespace Hornet;

/// <summary>Classes drawn by their log-probabilities: the place of the largest <c>logit + gumbel</c>.</summary>
internal static class CategoricalDraw
{
    private const int Piece = 1024;

    /// <summary>
    /// The samples of the rows from <paramref name="fromRow"/> on. <paramref name="logits"/> holds those rows of
    /// <paramref name="classes"/> each, <paramref name="destination"/> as many rows of <paramref name="samples"/> each.
    /// </summary>
    internal static void Fill(
        RandomKey key,
        long fromRow,
        ReadOnlySpan<float> logits,
        int classes,
        int samples,
        Span<int> destination,
        Precision precision)
    {
        var best = ArrayPool<float>.Shared.Rent(samples);
        for (var (row, count) = (0, samples == 0 ? 0 : destination.Length / samples); row < count; row++)
        {
            var first = (fromRow + row) * classes * samples;
            var ofRow = logits.Slice(row * classes, classes);
            FillRow(key, first, ofRow, best.AsSpan(0, samples), destination.Slice(row * samples, samples), precision);
        }

        ArrayPool<float>.Shared.Return(best);
    }

    // The noise is laid out class by class, the samples of each side by side.
    private static void FillRow(
        RandomKey key,
        long first,
        ReadOnlySpan<float> logits,
        Span<float> best,
        Span<int> chosen,
        Precision precision)
    {
        Span<float> noise = stackalloc float[Piece];
        var (candidate, sample) = (0, 0);
        for (var (done, size) = (0L, (long)logits.Length * chosen.Length); done < size; done += Piece)
        {
            var piece = noise[..(int)Math.Min(Piece, size - done)];
            Draws.Fill(new GumbelDraw(precision), key, first + done, piece);
            foreach (var gumbel in piece)
            {
                var score = precision.Round(logits[candidate] + gumbel);
                if (candidate == 0 || Beats(score, best[sample]))
                {
                    (best[sample], chosen[sample]) = (score, candidate);
                }

                sample++;
                if (sample == chosen.Length)
                {
                    (candidate, sample) = (candidate + 1, 0);
                }
            }
        }
    }

    // The first of equals wins, and a NaN over all.
    private static bool Beats(float score, float best) => score > best || (float.IsNaN(score) && !float.IsNaN(best));
}
