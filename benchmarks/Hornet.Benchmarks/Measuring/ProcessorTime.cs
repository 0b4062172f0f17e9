using System.Diagnostics;
using System.Globalization;

namespace Benchmarks;

/// <summary>
/// The least processor time of a step on one core: steady where others use the machine too, blind to what threads gain.
/// </summary>
internal static class ProcessorTime
{
    public const string Flag = "--alone-cpu";
    private const int Parts = 6;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_part = TimeSpan.FromMilliseconds(200);

    /// <summary>Measures a contender in a new process; gives milliseconds a step.</summary>
    public static double Of(string workload, string contender) =>
        double.Parse(Child.Run(Flag, workload, contender), CultureInfo.InvariantCulture);

    /// <summary>To be called before any library starts its threads. Which core it is changes from run to run.</summary>
    public static void TakeOneCore()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
        {
            using var process = Process.GetCurrentProcess();
            process.ProcessorAffinity = 1 << (Environment.ProcessId % Environment.ProcessorCount);
        }
    }

    /// <summary>The other end.</summary>
    public static void Measure(Entry entry)
    {
        using var contender = entry.Create();
        contender.Step();
        Run(contender, s_warmUp);
        var least = Enumerable.Range(0, Parts).Min(_ => Run(contender, s_part));
        Console.WriteLine(least.ToString(CultureInfo.InvariantCulture));
    }

    private static double Run(IContender contender, TimeSpan atLeast)
    {
        var start = Environment.CpuUsage.TotalTime;
        var (spent, steps) = (TimeSpan.Zero, 0);
        for (; spent < atLeast; spent = Environment.CpuUsage.TotalTime - start)
        {
            contender.Step();
            steps++;
        }

        return spent.TotalMilliseconds / steps;
    }
}
