using Hornet.Conformance;
using Hornet.Testing;
using Xunit.Abstractions;

namespace Hornet.Tests;

/// <summary>The reference programs that build models, as far as their classes exist.</summary>
public sealed class ModelReferenceCasesTests(ITestOutputHelper output)
{
    public static TheoryData<string> Groups => [.. Corpus.Groups("models")];

    [Theory]
    [MemberData(nameof(Groups))]
    public void Models_are_what_Keras_makes_of_the_same_program(string group) => Check("models", group);

    [Fact]
    public void A_summary_is_Kerass_character_by_character() => Check("summary", "summary");

    private void Check(string category, string group)
    {
        var results = Corpus.Cases(category, group).Select(line => (line.Id, Verdict: Judge.Run(line))).ToArray();
        foreach (var kind in results.GroupBy(result => result.Verdict.Outcome))
        {
            output.WriteLine($"{group}: {kind.Count()} {kind.Key}");
        }

        var failures = results.Where(result => result.Verdict.Outcome == Outcome.Failed)
            .Select(result => $"{result.Id}: {result.Verdict.Text}");
        Assert.Equal(string.Empty, string.Join('\n', failures));
    }
}
