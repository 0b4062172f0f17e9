using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Benchmarks;

/// <summary>A contender's result: milliseconds a step, and what they are to the floor and to the best peer.</summary>
internal sealed record Row(
    string Workload,
    string Contender,
    double Ms,
    double MsMin,
    double MsMax,
    double? ToFloor,
    double? ToBestPeer,
    double PeakMb,
    double FirstStepS);

/// <summary>All of a run, as artifacts/bench.json holds it.</summary>
internal sealed record Report(string Machine, YardstickSpeeds Yardsticks, IReadOnlyList<Row> Rows)
{
    private static readonly JsonSerializerOptions s_json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static string ThisMachine { get; } =
        $"{Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, " +
        RuntimeInformation.FrameworkDescription;

    public static string Header { get; } =
        $"{"workload",-20}{"contender",-14}{"ms",12}{"min",12}{"max",12}{"to floor",10}{"to peer",9}" +
        $"{"peak MB",9}{"first s",9}";

    public static string Line(Row row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Workload,-20}{row.Contender,-14}{row.Ms,12:F5}{row.MsMin,12:F5}{row.MsMax,12:F5}" +
        $"{row.ToFloor,10:F2}{row.ToBestPeer,9:F2}{row.PeakMb,9:F0}{row.FirstStepS,9:F3}");

    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(this, s_json) + "\n");
    }

    private static string Processor()
    {
        const string Linux = "/proc/cpuinfo";
        var line = File.Exists(Linux)
            ? File.ReadLines(Linux).FirstOrDefault(text => text.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?.Split(':', 2)[1].Trim()
            ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
            ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
