using System.Diagnostics;
using System.Globalization;
using Hornet.Conformance;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>How many reference cases pass is kept in Baselines/conformance.txt, and only rises.</summary>
/// <remarks>Written anew with HORNET_UPDATE_BASELINES=1, as the other baselines are.</remarks>
public sealed class ConformanceTests
{
    private static readonly Baseline s_baseline = new("conformance.txt");

    [Fact]
    public async Task No_reference_case_fails_and_no_group_passes_fewer_than_it_did()
    {
        var repository = new CorpusFolder(Repository.PathOf("tests", "corpus"));
        var cases = repository.Categories.SelectMany(repository.Cases).ToArray();
        var results = await new WorkerPool(2, TimeSpan.FromMinutes(2), RepositoryWorker).RunAsync(cases);

        Rules.Hold(Failed(results), "See one with: ./build.sh conformance CATEGORY/GROUP/ID");
        var passed = results.GroupBy(result => $"{result.Case.Category}/{result.Case.Group}")
            .ToDictionary(group => group.Key, group => group.Count(IsPassed));
        if (Baseline.IsUpdating)
        {
            s_baseline.Write(passed.Where(group => group.Value > 0)
                .Select(group => $"{group.Key}\t{group.Value}").Order(StringComparer.Ordinal));
        }

        Rules.Hold(
            from line in s_baseline.ReadLines()
            let parts = line.Split('\t')
            let kept = int.Parse(parts[1], CultureInfo.InvariantCulture)
            let now = passed.GetValueOrDefault(parts[0])
            where now < kept
            select $"{parts[0]}: {now} passed, and {kept} did",
            "See why with: ./build.sh conformance CATEGORY/GROUP --list-failed");
    }

    // The cases that differ on purpose are those of docs/conformance.md, which OnPurposeTests holds to differ.
    private static IEnumerable<string> Failed(IEnumerable<CaseResult> results) =>
        from result in results
        where result.Verdict.Outcome == Outcome.Failed
        select $"{result.Case.Category}/{result.Case.Group}/{result.Case.Id}: {result.Verdict.Text}";

    private static bool IsPassed(CaseResult result) => result.Verdict.Outcome == Outcome.Passed;

    // The repository's own cases, whatever HORNET_CORPUS says.
    private static ProcessStartInfo RepositoryWorker()
    {
        var command = Worker.Command();
        command.Environment.Remove(Corpus.Variable);
        return command;
    }
}
