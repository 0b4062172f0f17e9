using System.Diagnostics;

namespace Benchmarks;

/// <summary>This program, started once more.</summary>
internal static class Child
{
    /// <summary>Runs it to its end and gives what it wrote to standard output.</summary>
    public static string Run(params string[] arguments)
    {
        var (first, others, _) = RunTimed(arguments);
        return first + others;
    }

    /// <summary>Runs it to its end: the first line that it wrote, the others, and how long it ran after the first.
    /// </summary>
    public static (string First, string Others, TimeSpan After) RunTimed(params string[] arguments)
    {
        var path = Environment.ProcessPath!;
        var start = new ProcessStartInfo(path) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(path) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        }

        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadLine() ?? string.Empty;
        var first = Stopwatch.GetTimestamp();
        var rest = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? (line, rest, Stopwatch.GetElapsedTime(first))
            : throw new InvalidOperationException(
                $"{string.Join(' ', arguments)} failed: exit code {process.ExitCode}.");
    }
}
