using System.Diagnostics;

namespace Benchmarks;

/// <summary>One way to do a workload, ready to do it again and again.</summary>
internal interface IContender : IDisposable
{
    /// <summary>What its last step computed, where all contenders must compute the same; else empty.</summary>
    IReadOnlyList<float> Result => [];

    /// <summary>The most memory, in MB, that was resident where it works: in this process, if it starts none.</summary>
    double PeakMb => (double)Process.GetCurrentProcess().PeakWorkingSet64 / (1 << 20);

    /// <summary>How much of the time of all steps so far is not to be counted.</summary>
    TimeSpan Uncounted => TimeSpan.Zero;

    /// <summary>Does it once, to the end: what it computes is there when this returns.</summary>
    void Step();
}

/// <summary>A contender's name, and how one is made: its first step is not behind it.</summary>
internal sealed record Entry(string Name, Func<IContender> Create)
{
    /// <summary>hornet, hornet_eager, ...: what is measured. All others are peers.</summary>
    public bool IsHornet => Name.StartsWith("hornet", StringComparison.Ordinal);
}

/// <summary>What several contenders do, and the least that it costs.</summary>
/// <param name="Name">What <c>./build.sh bench NAME</c> runs.</param>
/// <param name="Work">What none of them can avoid.</param>
/// <param name="Entries">Who takes part.</param>
/// <param name="Floor">What cannot be beaten, where that is measured rather than computed from the work.</param>
internal sealed record Workload(
    string Name, Func<Work> Work, IReadOnlyList<Entry> Entries, Func<IContender>? Floor = null);
