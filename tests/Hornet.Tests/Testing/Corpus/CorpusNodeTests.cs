using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CorpusNodeTests
{
    private const string Line = """
        {"id":"x","kwargs":{"seed":3,"dtype":"float16","x":{"f":"inf"}},"encoded":{"m":{"seed":3}},
        "steps":[{"fn":"f","n":2}],
        "wrapped":[{"m":{"op":"call","on":true,"at":1.5}}],"size":{"tuple":[1,2]},"none":null}
        """;

    [Fact]
    public void Keyword_arguments_read_the_same_as_a_plain_object_and_as_a_dictionary()
    {
        var line = Read();
        Assert.Equal(new CorpusInt(3), line.Map("kwargs")["seed"]);
        Assert.Equal(new CorpusInt(3), line.Map("encoded")["seed"]);
        Assert.Equal(["seed", "dtype", "x"], line.Map("kwargs").Keys);
        Assert.Null(line.Map("encoded").Find("dtype"));
    }

    [Fact]
    public void A_step_is_an_object_of_fields_in_either_spelling()
    {
        var line = Read();
        Assert.Equal(("f", 2L), (line["steps"][0]["fn"].Text(), line["steps"][0]["n"].Integer()));
        var step = line["wrapped"].Items().Single();
        Assert.Equal(("call", true, 1.5), (step["op"].Text(), step["on"].Flag(), step["at"].Number()));
        Assert.Equal(["op", "on", "at"], step.Fields().Select(field => field.Key));
    }

    [Fact]
    public void What_is_there_and_what_is_not_can_be_asked()
    {
        var line = Read();
        Assert.True(line.Has("none"));
        Assert.True(line["none"].IsNull);
        Assert.Equal(CorpusNull.Instance, line.Find("none"));
        Assert.False(line.Has("out"));
        Assert.Null(line.Find("out"));
        Assert.Equal(2, line["size"].Items().Count);
        Assert.Equal(double.PositiveInfinity, line["kwargs"]["x"].Number());
    }

    [Fact]
    public void A_field_of_another_kind_is_refused_by_file_and_line()
    {
        var line = Read();
        Assert.Contains("line 1: Expected text", Refusal(() => line["steps"].Text()), StringComparison.Ordinal);
        Assert.Contains("Expected a list", Refusal(() => line["kwargs"].Items()), StringComparison.Ordinal);
        Assert.Contains("Expected a whole number", Refusal(() => line["id"].Integer()), StringComparison.Ordinal);
        Assert.Contains("Expected a number", Refusal(() => line["id"].Number()), StringComparison.Ordinal);
        Assert.Contains("Expected true or false", Refusal(() => line["id"].Flag()), StringComparison.Ordinal);
        Assert.Contains("the field 'out'", Refusal(() => line["out"].Text()), StringComparison.Ordinal);
        Assert.Contains("Expected an object", Refusal(() => line["steps"].Fields()), StringComparison.Ordinal);
    }

    private static string Refusal(Func<object> read) => Assert.Throws<CorpusFormatException>(read).Message;

    private static CorpusCase Read()
    {
        using var sample = CorpusSample.Of(Line.ReplaceLineEndings(""));
        return sample.Cases.Single();
    }
}
