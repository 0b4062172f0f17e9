using System.Buffers;

namespace Hornet;

/// <summary>Classes drawn by their log-probabilities: the place of the largest <c>logit + gumbel</c>.</summary>
internal static class CategoricalDraw
{
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
        var noise = ArrayPool<float>.Shared.Rent(samples);
        var rows = samples == 0 ? 0 : destination.Length / samples;
        for (var row = 0; row < rows; row++)
        {
            var first = (fromRow + row) * classes * samples;
            var chosen = destination.Slice(row * samples, samples);
            chosen.Clear();
            for (var c = 0; c < classes; c++)
            {
                var drawn = noise.AsSpan(0, samples);
                Draws.Fill(new GumbelDraw(precision), key, first + ((long)c * samples), drawn);
                Compete(c, logits[(row * classes) + c], drawn, best.AsSpan(0, samples), chosen, precision);
            }
        }

        ArrayPool<float>.Shared.Return(noise);
        ArrayPool<float>.Shared.Return(best);
    }

    // The first of equals wins, and a NaN over all.
    private static void Compete(
        int candidate, float logit, Span<float> noise, Span<float> best, Span<int> chosen, Precision precision)
    {
        for (var i = 0; i < noise.Length; i++)
        {
            var score = precision.Round(logit + noise[i]);
            if (candidate == 0 || score > best[i] || (float.IsNaN(score) && !float.IsNaN(best[i])))
            {
                best[i] = score;
                chosen[i] = candidate;
            }
        }
    }
}
