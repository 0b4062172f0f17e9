using Hornet.Conformance;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>The reference cases of all layers that exist.</summary>
public sealed class ReferenceCasesTests(Xunit.Abstractions.ITestOutputHelper output)
{
    public static TheoryData<string> Groups => [.. Corpus.Groups("layers")];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Layers_give_what_Keras_gives(string group)
    {
        var results = Corpus.Cases("layers", group).Select(line => (line.Id, Verdict: Judge.Run(line))).ToArray();
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
        Assert.Equal(string.Empty, string.Join('\n', failures));
    }
}
