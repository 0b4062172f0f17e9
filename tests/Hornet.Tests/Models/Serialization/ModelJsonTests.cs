using System.Text.Json;
using System.Text.Json.Nodes;
using Hornet.Conformance;
using Hornet.Serialization;
using Hornet.Testing;
using Xunit.Abstractions;

namespace Hornet.Tests;

/// <summary>The JSON of the models that Keras's own programs make, against Keras's.</summary>
public sealed class ModelJsonTests(ITestOutputHelper output)
{
    private const string OtherText = "Other text: ";

    [Theory]
    [InlineData("functional")]
    [InlineData("ops")]
    [InlineData("sequential")]
    [InlineData("story")]
    public void The_text_is_Kerass_and_makes_the_model_again(string group)
    {
        var results = Corpus.Cases("models", group).Where(line => line.Has("json")).Select(line =>
            (line.Id, Verdict: ProgramCase.Run(line, (_, model) => Difference(line, model!)))).ToArray();

        output.WriteLine($"{group}: {results.Count(result => result.Verdict.Outcome == Outcome.Passed)} texts of "
            + $"{results.Length} are Keras's");
        Assert.Contains(results, result => result.Verdict.Outcome == Outcome.Passed);
        Assert.Empty(results
            .Where(result => result.Verdict.Text?.StartsWith(OtherText, StringComparison.Ordinal) == true)
            .Select(result => $"{result.Id}: {result.Verdict.Text}"));
    }

    private static string? Difference(CorpusCase line, Model model)
    {
        var written = model.ToJson();
        Keras.ClearSession();
        var again = Keras.Models.ModelFromJson(written).ToJson();
        var json = line["json"];
        return Difference(json, written) ?? Difference(line.Root.Find("json_again") ?? json, again);
    }

    private static string? Difference(CorpusNode json, string received)
    {
        var expected = Canonical(json.Raw.GetRawText());
        received = Canonical(received);
        var same = expected.Zip(received).TakeWhile(pair => pair.First == pair.Second).Count();
        return expected == received ? null
            : $"{OtherText}Expected ...{Part(expected, same)}... Received: ...{Part(received, same)}...";
    }

    private static string Part(string text, int place) =>
        text[Math.Max(0, place - 100)..Math.Min(text.Length, place + 200)];

    private static string Canonical(string json) =>
        ConfigJson.Write(Canonical(ConfigJson.Parse(json), isArgument: false));

    // The order of keys is that of the code that wrote them; but for arguments, 2 and 2.0 are one number.
    private static JsonNode? Canonical(JsonNode? node, bool isArgument) => node switch
    {
        JsonObject pairs => new JsonObject(pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, Canonical(pair.Value, isArgument || pair.Key == "args")))),
        JsonArray list => new JsonArray([.. list.Select(item => Canonical(item, isArgument))]),
        JsonValue value when !isArgument && value.GetValueKind() == JsonValueKind.Number =>
            ConfigValue.Write(value.GetValue<double>()),
        _ => node?.DeepClone(),
    };
}
