namespace Hornet;

/// <summary>The best paths, of which some are followed from frame to frame.</summary>
/// <remarks>
/// A path is the labels so far; it has one score for alignments that end with its last label, and one for those that
/// end with the mask after it. Of equal scores the path that comes later in the order of labels is preferred, where
/// labels count from the last class, as in Keras.
/// </remarks>
internal sealed class CtcBeam(int classes, int width, int maskIndex)
{
    /// <summary>The best paths with their scores, the best one first; where there are fewer, empty ones.</summary>
    public List<(int[] Labels, double Score)> Decode(ReadOnlySpan<double> rows, int frames, int count)
    {
        var beam = First(rows[..classes]);
        for (var frame = 1; frame < frames; frame++)
        {
            beam = Best(Extend(beam, rows.Slice(frame * classes, classes)), width);
        }

        var found = Best(beam, count);
        found.Reverse();
        var results = found.ConvertAll(path => (Labels(path.Code), path.Total));
        while (results.Count < count)
        {
            results.Add(([], double.NegativeInfinity));
        }

        return results;
    }

    private static double LogAdd(double x, double y)
    {
        var greater = Math.Max(x, y);
        return double.IsNegativeInfinity(greater)
            ? greater
            : greater + Math.Log(Math.Exp(x - greater) + Math.Exp(y - greater));
    }

    // In rising order.
    private static List<Path> Best(IEnumerable<Path> paths, int count) =>
        [.. paths.OrderBy(path => path, Path.ByScore).TakeLast(count)];

    private static void Add(Dictionary<string, Path> paths, int[] code, double emitting, double masked)
    {
        var key = string.Join(',', code);
        paths[key] = paths.TryGetValue(key, out var known)
            ? new Path(code, LogAdd(known.Emitting, emitting), LogAdd(known.Masked, masked))
            : new Path(code, emitting, masked);
    }

    private List<Path> First(ReadOnlySpan<double> row)
    {
        var paths = new List<Path>();
        for (var c = 0; c < classes; c++)
        {
            paths.Add(c == maskIndex
                ? new Path([], double.NegativeInfinity, row[c])
                : new Path([classes - 1 - c], row[c], double.NegativeInfinity));
        }

        return Best(paths, width);
    }

    private Dictionary<string, Path>.ValueCollection Extend(List<Path> beam, ReadOnlySpan<double> row)
    {
        var next = new Dictionary<string, Path>();
        foreach (var path in beam)
        {
            for (var c = 0; c < classes; c++)
            {
                var label = classes - 1 - c;
                if (c == maskIndex)
                {
                    Add(next, path.Code, double.NegativeInfinity, path.Total + row[c]);
                }
                else if (path.Code is [.., var last] && last == label)
                {
                    Add(next, path.Code, path.Emitting + row[c], double.NegativeInfinity);
                    Add(next, [.. path.Code, label], path.Masked + row[c], double.NegativeInfinity);
                }
                else
                {
                    Add(next, [.. path.Code, label], path.Total + row[c], double.NegativeInfinity);
                }
            }
        }

        return next.Values;
    }

    private int[] Labels(int[] code) => Array.ConvertAll(code, label => classes - 1 - label);

    private sealed record Path(int[] Code, double Emitting, double Masked)
    {
        // Of equal scores a path that ends sooner comes first.
        public static readonly Comparer<Path> ByScore = Comparer<Path>.Create((x, y) =>
            x.Total.CompareTo(y.Total) is not 0 and var order ? order : x.Code.AsSpan().SequenceCompareTo(y.Code));

        public double Total { get; } = LogAdd(Emitting, Masked);
    }
}
