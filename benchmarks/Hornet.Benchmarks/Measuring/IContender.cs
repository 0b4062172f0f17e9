namespace Benchmarks;

/// <summary>One way to do a workload, ready to do it again and again.</summary>
internal interface IContender : IDisposable
{
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
/// <param name="Flops">Those of its matrix products and convolutions; a multiply-add counts two.</param>
/// <param name="Bytes">Those that must go through memory besides, once each way.</param>
/// <param name="Entries">Who takes part.</param>
internal sealed record Workload(string Name, double Flops, double Bytes, IReadOnlyList<Entry> Entries);
