using System.IO.Compression;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Tests;

public class ConfigJsonTests
{
    public static TheoryData<string> ModelFiles =>
    [
        .. Directory.GetFiles(Repository.PathOf("tests/corpus/saving"),
            "*.keras").Select(path => Path.GetFileName(path)),
    ];

    [Theory]
    [MemberData(nameof(ModelFiles))]
    public void What_Keras_wrote_is_written_again_to_the_letter(string file)
    {
        if (ReadConfig(file) is { } text && !file.StartsWith("bad_", StringComparison.Ordinal))
        {
            Assert.Equal(text, ConfigJson.Write(ConfigJson.Parse(text)));
        }
    }

    [Fact]
    public void Pythons_numbers_without_JSON_are_read_and_written()
    {
        const string text = """{"a": NaN, "b": [Infinity, -Infinity, -1], "c": "say \"NaN\", \\", "NaN": "Infinity"}""";

        var node = ConfigJson.Parse(text)!;

        Assert.True(double.IsNaN((double)node["a"]!));
        Assert.Equal(double.NegativeInfinity, (double)node["b"]![1]!);
        Assert.Equal("Infinity", (string)node["NaN"]!);
        Assert.Equal(text, ConfigJson.Write(node));
    }

    [Theory]
    [InlineData("""{"a": 1, "b": 2, "a": 3}""")]
    [InlineData("""[{"x": {"a": {}, "b": [], "\u0061": 1}}]""")]
    [InlineData("""{"a": NaN, "a": NaN}""")]
    public void A_key_that_is_there_twice_is_refused(string text)
    {
        var e = Assert.Throws<KerasSerializationException>(() => ConfigJson.Parse(text));

        Assert.Contains("no key twice in one. Received: the key 'a' twice", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_key_may_be_in_several_dictionaries()
    {
        const string text = """{"a": {"a": 1, "b": {"a": 2}}, "b": [{"a": 3}, {"a": 4}]}""";

        Assert.Equal(text, ConfigJson.Write(ConfigJson.Parse(text)));
    }

    [Fact]
    public void Texts_are_written_in_ASCII() => Assert.Equal(
        "\"\\u00e9 \\ud83d\\ude00 \\\" \\\\ \\n \\t \\u0001 \\u007f /\"",
        ConfigJson.Write(JsonValue.Create("é 😀 \" \\ \n \t \u0001 \u007f /")));

    [Fact]
    public void Numbers_of_programs_are_written_as_Pythons() => Assert.Equal(
        """{"a": 1.0, "b": 1, "c": 0.1, "d": [], "e": {}, "f": null}""",
        ConfigJson.Write(new JsonObject
        {
            ["a"] = 1.0,
            ["b"] = 1,
            ["c"] = 0.1f,
            ["d"] = new JsonArray(),
            ["e"] = new JsonObject(),
            ["f"] = null,
        }));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\": nan}")]
    [InlineData("{\"a\": Infinit}")]
    [InlineData("{\"a\": 1, \"a\": 2}")]
    public void Other_texts_are_refused(string text) =>
        Assert.Throws<KerasSerializationException>(() => ConfigJson.Parse(text));

    [Fact]
    public void Deep_texts_are_refused() => Assert.Contains(
        "512 levels",
        Assert.Throws<KerasSerializationException>(
            () => ConfigJson.Parse(new string('[', 100_000) + new string(']', 100_000))).Message,
        StringComparison.Ordinal);

    private static string? ReadConfig(string file)
    {
        try
        {
            using var zip = ZipFile.OpenRead(Repository.PathOf($"tests/corpus/saving/{file}"));
            using var reader = new StreamReader(zip.GetEntry("config.json")?.Open() ?? Stream.Null);
            return reader.ReadToEnd() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
