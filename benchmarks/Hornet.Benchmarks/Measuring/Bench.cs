namespace Benchmarks;

/// <summary>Runs the contenders of a workload and the yardsticks in turn, so that all have the same noise.</summary>
internal static class Bench
{
    private const int LeastRounds = 7;
    private const int MostRounds = 21;
    private const float Tolerance = 1e-4f;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    public static (IReadOnlyList<Row> Rows, YardstickSpeeds Speeds) Run(Workload workload)
    {
        using var yardsticks = new Yardsticks();
        using var floor = workload.Floor?.Invoke();
        var contenders = workload.Entries.Select(entry => entry.Create()).ToArray();
        try
        {
            CompareResults(workload, contenders);
            var series = contenders.Select(one => new Series(one)).ToArray();
            var floors = floor is null ? [] : new[] { new Series(floor) };
            Interleave([.. series, .. floors, .. yardsticks.Series]);
            var speeds = yardsticks.Speeds;
            var least = floors is [var measured] ? measured.Median : speeds.Milliseconds(workload.Work());
            return (Rows(workload, series, least), speeds);
        }
        finally
        {
            Array.ForEach(contenders, one => one.Dispose());
        }
    }

    private static void Interleave(Series[] all)
    {
        Array.ForEach(all, one => one.WarmUp());
        var round = all.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.RoundTime);
        var rounds = Math.Clamp((int)(s_limit / round), LeastRounds, MostRounds);
        for (var i = 0; i < rounds; i++)
        {
            for (var j = 0; j < all.Length; j++)
            {
                all[(i + j) % all.Length].Round(); // whoever begins has a cold cache: each does in its turn
            }
        }
    }

    // Contenders that do not compute the same are not to be compared.
    private static void CompareResults(Workload workload, IContender[] contenders)
    {
        Array.ForEach(contenders, one => one.Step());
        var expected = contenders[0].Result;
        foreach (var (entry, contender) in workload.Entries.Zip(contenders))
        {
            var result = contender.Result;
            if (result.Count != expected.Count || result.Zip(expected).Any(pair => !IsClose(pair.First, pair.Second)))
            {
                throw new InvalidOperationException(
                    $"{workload.Name}: expected {entry.Name} to compute what {workload.Entries[0].Name} does, " +
                    $"{Begin(expected)}. Received: {Begin(result)}.");
            }
        }
    }

    private static bool IsClose(float x, float y) => Math.Abs(x - y) <= Tolerance;

    private static string Begin(IReadOnlyList<float> values) => $"[{string.Join(", ", values.Take(8))}, ...]";

    private static Row[] Rows(Workload workload, Series[] series, double floor)
    {
        var pairs = workload.Entries.Zip(series).ToArray();
        var peers = pairs.Where(pair => !pair.First.IsHornet).Select(pair => (double?)pair.Second.Median).ToArray();
        return [.. pairs.Select(pair =>
        {
            var alone = Alone.Start(workload.Name, pair.First.Name);
            return new Row(
                workload.Name,
                pair.First.Name,
                pair.Second.Median,
                pair.Second.Min,
                pair.Second.Max,
                floor > 0 ? pair.Second.Median / floor : null,
                pair.Second.Median / peers.Min(),
                alone.PeakMb,
                alone.FirstStepS);
        })];
    }
}
