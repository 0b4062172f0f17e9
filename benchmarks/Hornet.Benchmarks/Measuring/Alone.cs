using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Benchmarks;

/// <summary>What only a process of its own shows: the first step's time, and how memory grows.</summary>
/// <param name="FirstStepS">Seconds from making the contender to the end of its first step.</param>
/// <param name="PeakMb">The most memory that was resident.</param>
/// <param name="ResidentMb">What was resident after each tenth of the steps.</param>
internal sealed record Alone(double FirstStepS, double PeakMb, IReadOnlyList<double> ResidentMb)
{
    public const string Flag = "--alone";
    private const int Mebibyte = 1 << 20;
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(2);

    /// <summary>Measures a contender in a new process: so many steps, or as many as two seconds take.</summary>
    public static Alone Start(string workload, string contender, int steps = 0)
    {
        string[] arguments = [Flag, workload, contender, steps.ToString(CultureInfo.InvariantCulture)];
        return JsonSerializer.Deserialize<Alone>(Child.Run(arguments))!;
    }

    /// <summary>The other end: measures in this process and writes the result to standard output.</summary>
    public static void Measure(Entry entry, int steps)
    {
        var clock = Stopwatch.StartNew();
        using var contender = entry.Create();
        contender.Step();
        var first = clock.Elapsed.TotalSeconds;
        var resident = new List<double>();
        for (var tenth = 1; tenth <= 10; tenth++)
        {
            var until = s_least * tenth / 10;
            for (var i = 0; steps > 0 ? i < steps / 10 : clock.Elapsed < until; i++)
            {
                contender.Step();
            }

            resident.Add((double)Environment.WorkingSet / Mebibyte);
        }

        Console.WriteLine(JsonSerializer.Serialize(new Alone(first, contender.PeakMb, resident)));
    }
}
