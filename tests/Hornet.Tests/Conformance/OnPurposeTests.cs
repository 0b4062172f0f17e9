using Hornet.Conformance;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>docs/conformance.md lists the cases that differ on purpose, each with its reason.</summary>
public sealed class OnPurposeTests
{
    public static TheoryData<string> Listed => [.. OnPurpose.Cases.Keys, .. OnPurpose.ByProcessor.Keys];

    [Theory]
    [MemberData(nameof(Listed))]
    public void A_case_of_the_list_exists_and_differs(string where)
    {
        var parts = where.Split('/', 3);
        var folder = new CorpusFolder(Repository.PathOf("tests", "corpus"));
        var line = folder.Cases(parts[0], parts[1]).Single(line => line.Id == parts[2]);

        Assert.Equal(Outcome.OnPurpose, Judge.Run(line).Outcome);
    }

    [Fact]
    public void Each_has_a_rule_and_a_reason() => Assert.All(OnPurpose.Cases.Values, text =>
    {
        Assert.NotEqual("", text.Keras);
        Assert.NotEqual("", text.Why);
    });

    [Fact]
    public void Is_read_from_the_rows_of_a_table()
    {
        var cases = OnPurpose.Parse(
            ["| Case | Keras | Why |", "| --- | --- | --- |", "| `a/b/c/d`<br>`e/f/g,h` | `This`. | That. |", "`x/y`"]);

        Assert.Equal(["a/b/c/d", "e/f/g,h"], cases.Keys);
        Assert.All(cases.Values, text => Assert.Equal(("`This`.", "That."), text));
    }
}
