using Hornet.Conformance;
using Hornet.Saving;

namespace Hornet.Tests;

/// <summary>Saved files that were changed at random: each loads, or is refused with an error of Hornet's own.</summary>
public sealed class FuzzTests
{
    private const int Count = 3000;

    [Fact]
    public async Task Changed_files_load_or_are_refused()
    {
        var report = await FuzzSession.RunAsync(Count, seed: 1);

        Assert.True(report.Failures.Count == 0, string.Join('\n', report.Failures));
        Assert.Equal(Count, report.LoadedCount + report.RefusedCount);
        Assert.InRange(report.LoadedCount, Count / 10, Count / 2); // harmless changes test little
    }

    [Fact]
    public async Task What_takes_too_long_is_reported_with_the_number_that_makes_it_again()
    {
        var report = await FuzzSession.RunAsync(1, seed: 77, TimeSpan.FromMilliseconds(1));

        Assert.Contains("fuzz 1 77 ", Assert.Single(report.Failures));
    }

    [Fact]
    public void A_number_always_makes_the_same_file()
    {
        var samples = new[] { Sample(_ => { }) };

        Assert.Equal(FuzzFile.Make(samples, 5).Bytes, FuzzFile.Make(samples, 5).Bytes);
        Assert.NotEqual(FuzzFile.Make(samples, 5).Bytes, FuzzFile.Make(samples, 6).Bytes);
    }

    [Fact]
    public void Accidents_are_told_from_refusals()
    {
        Assert.Equal(FuzzReport.Loaded, Try(_ => { }));
        Assert.Equal(FuzzReport.Refused, Try(_ => throw new KerasFileException("a")));
        Assert.Equal(FuzzReport.Failed, Try(_ => throw new InvalidCastException()));
        Assert.Equal(FuzzReport.Failed, Try(_ => throw new KerasFileException("a", new InvalidCastException())));
        Assert.Equal(FuzzReport.Failed, Try(_ => GC.KeepAlive(new byte[FuzzWorker.MostManaged])));
    }

    private static string Try(Action<Stream> load) => FuzzWorker.Try(Sample(load), [1], byPath: false).Verdict;

    private static FuzzSample Sample(Action<Stream> load) => new("a", new byte[1000], load);
}
