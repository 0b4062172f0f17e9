using System.Globalization;
using Benchmarks;

// bench [WORKLOAD...]                    times, in artifacts/bench.json
// bench --profile WORKLOAD               where the time of the compiled step goes
// bench --memory WORKLOAD [STEPS]        how resident memory grows, tenth by tenth
// bench --cpu [WORKLOAD...]              processor time on one core, where others use the machine as well
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [StartWorkload.Flag, var library, var file])
{
    StartWorkload.Predict(library, file); // which loads nothing but what it needs
    return 0;
}

if (args is [ProcessorTime.Flag, ..])
{
    ProcessorTime.TakeOneCore();
}

TorchSharpLibrary.Load();
switch (args)
{
    case [Alone.Flag, var workload, var contender, var steps]:
        var entry = Catalog.Find(workload).Entries.First(one => one.Name == contender);
        Alone.Measure(entry, int.Parse(steps, CultureInfo.InvariantCulture));
        break;
    case [ProcessorTime.Flag, var workload, var contender]:
        ProcessorTime.Measure(Catalog.Find(workload).Entries.First(one => one.Name == contender));
        break;
    case ["--cpu", .. var workloads]:
        ShowProcessorTime(workloads.Length > 0 ? [.. workloads.Select(Catalog.Find)] : Catalog.All);
        break;
    case ["--memory", var workload, .. var rest]:
        var count = rest is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 100_000;
        ShowMemory(Catalog.Find(workload), count);
        break;
    case ["--profile", var workload]:
        Profiles.Show(Catalog.Find(workload));
        break;
    case var names when names.Except(Catalog.Names).ToArray() is { Length: > 0 } unknown:
        Console.Error.WriteLine(
            $"Expected workloads out of {string.Join(", ", Catalog.Names)}. Received: {string.Join(", ", unknown)}.");
        return 2;
    default:
        Measure(args.Length > 0 ? [.. args.Select(Catalog.Find)] : Catalog.All);
        break;
}

return 0;

static void Measure(IReadOnlyList<Workload> workloads)
{
    Console.WriteLine($"{Report.ThisMachine}\n{Report.Header}");
    var rows = new List<Row>();
    var speeds = new List<YardstickSpeeds>();
    foreach (var workload in workloads)
    {
        var result = Bench.Run(workload);
        speeds.Add(result.Speeds);
        rows.AddRange(result.Rows);
        foreach (var row in result.Rows)
        {
            Console.WriteLine(Report.Line(row));
        }
    }

    var report = new Report(Report.ThisMachine, YardstickSpeeds.Median(speeds), rows);
    Console.WriteLine(report.Yardsticks);
    report.Write(Path.Combine("artifacts", "bench.json"));
}

static void ShowProcessorTime(IReadOnlyList<Workload> workloads)
{
    Console.WriteLine($"{"workload",-20}{"contender",-14}{"ms of one core",16}");
    foreach (var workload in workloads)
    {
        foreach (var contender in workload.Entries.Select(one => one.Name))
        {
            Console.WriteLine($"{workload.Name,-20}{contender,-14}{ProcessorTime.Of(workload.Name, contender),16:F4}");
        }
    }
}

static void ShowMemory(Workload workload, int steps)
{
    Console.WriteLine($"{workload.Name}: MB resident after each tenth of {steps:N0} steps");
    foreach (var contender in workload.Entries.Select(one => one.Name))
    {
        var alone = Alone.Start(workload.Name, contender, steps);
        Console.WriteLine($"{contender,-14}{string.Concat(alone.ResidentMb.Select(mb => $"{mb,7:F0}"))}");
    }
}
