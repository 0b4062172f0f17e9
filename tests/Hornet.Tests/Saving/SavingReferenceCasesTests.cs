using Hornet.Conformance;
using Hornet.Testing;
using Xunit.Abstractions;

namespace Hornet.Tests;

/// <summary>The files that Keras saved, as far as the classes in them exist.</summary>
public sealed class SavingReferenceCasesTests(ITestOutputHelper output)
{
    public static TheoryData<string> Groups => [.. Corpus.Groups("saving")];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Files_of_Keras_load_and_are_written_as_Keras_writes_them(string group)
    {
        var results = Corpus.Cases("saving", group).Select(line => (line.Id, Verdict: Judge.Run(line))).ToArray();
        foreach (var kind in results.GroupBy(result => result.Verdict.Outcome))
        {
            output.WriteLine($"{group}: {kind.Count()} {kind.Key}");
        }

        var failures = results
            .Where(result => result.Verdict.Outcome == Outcome.Failed)
            .Select(result => $"{result.Id}: {result.Verdict.Text}");
        Assert.Equal(string.Empty, string.Join('\n', failures));
    }
}
