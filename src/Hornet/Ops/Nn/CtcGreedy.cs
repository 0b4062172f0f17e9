namespace Hornet;

/// <summary>The best class of each frame.</summary>
internal static class CtcGreedy
{
    public static (int[] Labels, double Score) Decode(
        ReadOnlySpan<double> rows, int classes, int frames, bool mergeRepeated, int maskIndex)
    {
        var labels = new List<int>();
        var (score, previous) = (0.0, -1);
        for (var frame = 0; frame < frames; frame++)
        {
            var row = rows.Slice(frame * classes, classes);
            var best = Greatest(row);
            score += row[best];
            if (best != maskIndex && !(mergeRepeated && best == previous))
            {
                labels.Add(best);
            }

            previous = best;
        }

        return ([.. labels], -score);
    }

    // The first of equals; NaN is the greatest of all.
    private static int Greatest(ReadOnlySpan<double> row)
    {
        var best = 0;
        for (var i = 1; i < row.Length && !double.IsNaN(row[best]); i++)
        {
            best = row[i] > row[best] || double.IsNaN(row[i]) ? i : best;
        }

        return best;
    }
}
