using System.Diagnostics;
using Hornet.Conformance;

namespace Hornet.Tests;

/// <summary>Workers that break take their case with them, and no other.</summary>
public sealed class WorkerPoolTests
{
    // Each worker answers the lines of a request one by one: what a shell can do.
    private const string Passes = """echo "{\"Line\":$n,\"Outcome\":\"Passed\",\"Text\":\"\",\"Received\":null}";""";

    [Theory]
    [InlineData(Passes, "Passed Passed Passed")]
    [InlineData("[ $n = 2 ] && { echo broken >&2; exit 7; };" + Passes, "Passed Failed Passed")]
    [InlineData("[ $n = 3 ] && kill -11 $$;" + Passes, "Passed Passed Failed")]
    [InlineData("exit 1;", "Failed Failed Failed")]
    [InlineData("[ $n = 1 ] && sleep 60;" + Passes, "Failed Passed Passed")]
    [InlineData("echo noise;" + Passes, "Passed Passed Passed")]
    public async Task A_case_that_breaks_its_worker_fails_alone(string answer, string expected)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // no shell that is always there
        }

        var results = await Run(answer);

        Assert.Equal(expected, string.Join(" ", results.Select(result => result.Verdict.Outcome)));
    }

    [Fact]
    public async Task The_last_words_of_a_worker_are_told()
    {
        if (!OperatingSystem.IsWindows())
        {
            var results = await Run("[ $n = 2 ] && { echo broken >&2; exit 7; };" + Passes);

            Assert.Equal("The process crashed: exit code 7. broken", results[1].Verdict.Text);
        }
    }

    private static async Task<IReadOnlyList<CaseResult>> Run(string answer)
    {
        using var sample = CorpusSample.Of("""{"id":"a"}""", """{"id":"b"}""", """{"id":"c"}""");
        const string Lines = "$(echo \"$request\" | sed 's/.*\\[//; s/\\].*//; s/,/ /g')";
        var script = $"read request; for n in {Lines}; do {answer} done";
        return await new WorkerPool(2, TimeSpan.FromSeconds(3), () => new ProcessStartInfo("/bin/sh", ["-c", script]))
            .RunAsync([.. sample.Cases]);
    }
}
