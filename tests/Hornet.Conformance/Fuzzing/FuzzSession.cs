using System.Diagnostics;
using System.Globalization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Loads changed files in worker processes: what hangs or ends its process counts as failed.</summary>
internal static class FuzzSession
{
    public const string Argument = "--fuzz";

    public const string Usage = """
        usage: Hornet.Conformance --fuzz [COUNT [SEED]]
          changes saved files in COUNT ways (3000), numbered from SEED (1), and loads them
        """;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    /// <summary>Runs as the arguments say.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (args.Length > 2 || Numbers(args) is not [var count, var seed])
        {
            await output.WriteLineAsync(Usage);
            return 2;
        }

        var report = await RunAsync(count, seed);
        foreach (var failure in report.Failures)
        {
            await output.WriteLineAsync(failure);
        }

        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.LoadedCount} loaded, {report.RefusedCount} refused, {report.Failures.Count} failed"));
        return report.Failures.Count > 0 ? 1 : 0;
    }

    /// <summary>Loads changed files.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The number of the first.</param>
    /// <param name="limit">How long a file may take.</param>
    public static async Task<FuzzReport> RunAsync(int count, int seed, TimeSpan? limit = null)
    {
        var report = new FuzzReport();
        var workers = Math.Min(count, Math.Clamp(Environment.ProcessorCount, 1, 4));
        await Task.WhenAll(Enumerable.Range(seed, workers)
            .Select(first => RunAsync(first, seed + count, workers, limit ?? s_limit, report)));
        return report;
    }

    private static async Task RunAsync(int first, int end, int step, TimeSpan limit, FuzzReport report)
    {
        while (first < end)
        {
            using var process = Process.Start(Command(first, end, step))!;
            var errors = process.StandardError.ReadToEndAsync();
            first = await ReadAsync(process, first, limit, report);
            if (first < end)
            {
                var isHanging = !process.HasExited && !process.WaitForExit(TimeSpan.FromSeconds(2));
                process.Kill(entireProcessTree: true);
                report.Add(first, isHanging ? $"It takes more than {limit.TotalSeconds} s."
                    : $"The process ended: {LastWords(await errors)}");
                first += step;
            }
            else
            {
                await process.WaitForExitAsync();
            }
        }
    }

    /// <summary>The number of the first file that has no end.</summary>
    private static async Task<int> ReadAsync(Process process, int seed, TimeSpan limit, FuzzReport report)
    {
        var step = int.Parse(process.StartInfo.ArgumentList[^1], CultureInfo.InvariantCulture);
        var patience = limit * 3; // the process starts, and makes its samples
        while (await ReadAsync(process, patience) is { } line)
        {
            patience = limit;
            if (!line.StartsWith(FuzzReport.Begin, StringComparison.Ordinal))
            {
                report.Add(seed, line);
                seed += step;
            }
        }

        return seed;
    }

    // The next line; null at the end, and where there is none in time. On a busy machine a process may wait for long:
    // what it computes counts, and ten times as much waiting.
    private static async Task<string?> ReadAsync(Process process, TimeSpan limit)
    {
        const int mostWaits = 10;
        var read = process.StandardOutput.ReadLineAsync();
        var before = process.HasExited ? TimeSpan.Zero : process.TotalProcessorTime;
        for (var i = 0; i < mostWaits; i++)
        {
            if (await Task.WhenAny(read, Task.Delay(limit)) == read)
            {
                return await read;
            }

            if (process.HasExited || process.TotalProcessorTime - before > limit / 2)
            {
                break;
            }
        }

        return null;
    }

    // The first lines of a crash name it, the later ones are its stack.
    private static string LastWords(string errors) => string.Join(" | ", errors.Split('\n')
        .Where(line => !line.StartsWith("warning:", StringComparison.Ordinal)).Take(10).Select(line => line.Trim()));

    private static ProcessStartInfo Command(int first, int end, int step)
    {
        int[] numbers = [first, end, step];
        var command = ThisProgram.Command(
            [FuzzWorker.Argument, .. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))]);
        command.Environment.Remove(Corpus.Variable); // numbers mean changes of the repository's own files
        command.RedirectStandardError = true;
        command.Environment["DOTNET_GCHeapHardLimit"] = "0x20000000"; // half a gibibyte: more is out of memory
        return command;
    }

    private static int[]? Numbers(string[] args)
    {
        int[] numbers = [3000, 1];
        for (var i = 0; i < args.Length; i++)
        {
            if (!int.TryParse(args[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return numbers[0] > 0 && numbers[1] <= int.MaxValue - numbers[0] ? numbers : null;
    }
}
