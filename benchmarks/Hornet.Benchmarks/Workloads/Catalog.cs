namespace Benchmarks;

/// <summary>Every workload there is.</summary>
internal static class Catalog
{
    public static IReadOnlyList<Workload> All { get; } =
    [
        .. TrainWorkloads.All,
        .. PredictWorkloads.All,
        ThreadWorkloads.Predict,
        StorageWorkloads.Save,
        StorageWorkloads.Load,
        StartWorkload.Start,
        StartWorkload.StartAndEnd,
        AddWorkloads.TenFloats,
        AddWorkloads.SixteenMillionFloats,
    ];

    public static IEnumerable<string> Names => All.Select(workload => workload.Name);

    public static Workload Find(string name) => All.First(workload => workload.Name == name);
}
