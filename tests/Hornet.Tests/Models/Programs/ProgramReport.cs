using Hornet.Conformance;
using Hornet.Testing;
using Xunit.Abstractions;

namespace Hornet.Tests;

/// <summary>Runs the cases of a group: none may fail whose classes exist.</summary>
internal static class ProgramReport
{
    public static void Check(
        string category,
        string group,
        ITestOutputHelper output,
        Func<CorpusCase, BuildingProgram, Model?, string?> check)
    {
        var results = Corpus.Cases(category, group).Select(line =>
            (line.Id, Verdict: ProgramCase.Run(line, (program, model) => check(line, program, model)))).ToArray();
        foreach (var kind in results.GroupBy(result => result.Verdict.Outcome))
        {
            output.WriteLine($"{group}: {kind.Count()} {kind.Key}");
        }

        foreach (var missing in results.Where(result => result.Verdict.Outcome == Outcome.NotYet)
            .CountBy(result => result.Verdict.Text))
        {
            output.WriteLine($"  not yet: {missing.Value} {missing.Key}");
        }

        var failures = results.Where(result => result.Verdict.Outcome == Outcome.Failed)
            .Select(result => $"{result.Id}: {result.Verdict.Text}");
        Assert.True(!failures.Any(), string.Join('\n', failures));
        Assert.Contains(results, result => result.Verdict.Outcome == Outcome.Passed);
    }
}
