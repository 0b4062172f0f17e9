using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hornet.Saving;
using Hornet.Serialization;

namespace Hornet.Conformance;

/// <summary>The process that loads changed files: it says which before it does, and what went wrong.</summary>
internal static class FuzzWorker
{
    public const string Argument = "--fuzz-worker";

    /// <summary>A file may take this much memory of .NET's, all that is taken for a moment included.</summary>
    public const long MostManaged = 1L << 28;

    /// <summary>The whole process may take this much, libtorch's memory included.</summary>
    public const long MostInAll = 1L << 30;

    private static readonly string s_file = Path.Combine(
        Path.GetTempPath(), $"hornet-fuzz-{Environment.ProcessId}");

    /// <summary>Loads the files of some numbers.</summary>
    /// <param name="first">The first number.</param>
    /// <param name="end">The number after the last.</param>
    /// <param name="step">From one number to the next.</param>
    public static void Run(int first, int end, int step)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        Console.SetOut(TextWriter.Null); // what Hornet prints is no report
        var samples = FuzzSamples.Make();
        for (var seed = first; seed < end; seed += step)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{FuzzReport.Begin} {seed}"));
            var (sample, bytes) = FuzzFile.Make(samples, seed);
            var (verdict, text) = Try(sample, bytes, byPath: seed % 8 == 0);
            output.WriteLine($"{verdict} {sample.Name}: {text.ReplaceLineEndings(" ")}");
        }

        File.Delete(s_file);
    }

    /// <summary>Loads a file: how it ended, and with which words.</summary>
    /// <param name="sample">What it was made of.</param>
    /// <param name="bytes">The file.</param>
    /// <param name="byPath">Whether it is loaded from the disk.</param>
    public static (string Verdict, string Text) Try(FuzzSample sample, byte[] bytes, bool byPath)
    {
        using var process = Process.GetCurrentProcess();
        var peak = Math.Max(MostInAll, process.PeakWorkingSet64); // what was taken before is no fault of this file
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Load(sample, bytes, byPath);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        process.Refresh();
        var all = process.PeakWorkingSet64;
        return taken > MostManaged ? (FuzzReport.Failed, $"took {taken} bytes. {error}")
            : all > peak ? (FuzzReport.Failed, $"the process has {all} bytes. {error}")
            : error is null ? (FuzzReport.Loaded, "")
            : Accident(error) is { } accident ? (FuzzReport.Failed, accident.ToString())
            : (FuzzReport.Refused, error.Message);
    }

    private static Exception? Load(FuzzSample sample, byte[] bytes, bool byPath)
    {
        using var scope = new TensorScope();
        try
        {
            if (byPath)
            {
                File.WriteAllBytes(s_file, bytes);
            }

            using Stream stream = byPath ? FileOpening.Open(s_file) : new MemoryStream(bytes);
            sample.Load(stream);
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }

    // An error of Hornet's own, and so what it was made of: no error that .NET throws where nobody looked.
    private static Exception? Accident(Exception error)
    {
        if (error is not (KerasFileException or KerasSerializationException))
        {
            return error;
        }

        for (var inner = error.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is not (InvalidDataException or JsonException) && !Refusals.Includes(inner))
            {
                return inner;
            }
        }

        return null;
    }
}
