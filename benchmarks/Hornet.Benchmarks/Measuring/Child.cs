using System.Diagnostics;

namespace Benchmarks;

/// <summary>This program, started once more.</summary>
internal static class Child
{
    /// <summary>Runs it to its end and gives what it wrote to standard output.</summary>
    public static string Run(params string[] arguments)
    {
        var path = Environment.ProcessPath!;
        var start = new ProcessStartInfo(path) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(path) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Child).Assembly.Location);
        }

        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(
            $"{string.Join(' ', arguments)} failed: exit code {process.ExitCode}.");
    }
}
