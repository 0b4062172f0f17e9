using System.Diagnostics;
using Hornet.Programs;

namespace Benchmarks;

/// <summary>Where the time of a workload's compiled step goes, by primitive and shapes.</summary>
internal static class Profiles
{
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(2);

    public static void Show(Workload workload)
    {
        using var contender = workload.Entries.First(entry => entry.Name == "hornet").Create();
        var series = new Series(contender);
        series.WarmUp();
        series.Round();
        var steps = 0;
        using var profile = new Profile();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < s_time; steps++)
        {
            contender.Step();
        }

        Console.WriteLine($"{workload.Name}: {series.Median * 1000:F1} µs a step; inside the program:");
        foreach (var (name, microseconds, count) in profile.Rows)
        {
            Console.WriteLine($"{microseconds / steps,10:F2} µs {(double)count / steps,6:F1} ×  {name}");
        }

        Console.WriteLine($"{profile.Rows.Sum(row => row.Microseconds) / steps,10:F2} µs in all");
    }
}
