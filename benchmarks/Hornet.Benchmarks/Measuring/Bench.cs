namespace Benchmarks;

/// <summary>Runs the contenders of a workload and the yardsticks in turn, so that all have the same noise.</summary>
internal static class Bench
{
    private const int Rounds = 21;

    public static (IReadOnlyList<Row> Rows, YardstickSpeeds Speeds) Run(Workload workload)
    {
        using var yardsticks = new Yardsticks();
        var contenders = workload.Entries.Select(entry => (entry.Name, Contender: entry.Create())).ToArray();
        try
        {
            var series = contenders.Select(one => new Series(one.Contender)).ToArray();
            Series[] all = [.. series, .. yardsticks.Series];
            Array.ForEach(all, one => one.WarmUp());
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var i in Enumerable.Range(0, all.Length))
                {
                    all[(i + round) % all.Length].Round(); // whoever begins has a cold cache: each does in its turn
                }
            }

            return (Rows(workload, series, yardsticks.Speeds), yardsticks.Speeds);
        }
        finally
        {
            Array.ForEach(contenders, one => one.Contender.Dispose());
        }
    }

    private static Row[] Rows(Workload workload, Series[] series, YardstickSpeeds speeds)
    {
        var floor = speeds.Milliseconds(workload.Flops, workload.Bytes);
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
