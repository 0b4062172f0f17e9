using System.Text.Json;
using System.Text.Json.Nodes;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Compares the JSON of a model, and what comes back from it.</summary>
internal static class ModelJson
{
    public static string? Difference(CorpusCase line, Model model)
    {
        var written = Write(model);
        return JsonCompare.Difference(line["json"].Raw, written) ?? (line.Has("reloaded") ? Reload(line) : null);
    }

    private static string? Reload(CorpusCase line)
    {
        Keras.ClearSession();
        var again = Read(line["json"].Raw);
        var expected = line.Root.Find("json_again")?.Raw ?? line["json"].Raw;
        return JsonCompare.Difference(expected, Write(again), "json_again") ?? Facts(line, again);
    }

    private static string? Facts(CorpusCase line, Model again)
    {
        var facts = JsonNode.Parse(line["facts"].Raw.GetRawText())!.AsObject();
        foreach (var (key, change) in line["reloaded"].Fields())
        {
            facts[key] = JsonNode.Parse(change.Raw.GetRawText());
        }

        if (facts["weights"] is JsonArray weights)
        {
            facts["weights"] = new JsonArray([.. weights.Select(weight => Description(weight!))]);
        }

        return ModelFacts.Difference(line.At(JsonSerializer.SerializeToElement(facts)), again) is { } difference
            ? $"reloaded {difference}" : null;
    }

    // Weights that were drawn anew have other values.
    private static JsonNode Description(JsonNode weight)
    {
        var described = weight.DeepClone();
        (described as JsonObject)?.Remove("init");
        return described;
    }

    private static JsonElement Write(Model model)
    {
        var methods = model.GetType().GetMethods().Where(method => KerasNames.Match("to_json", method.Name)).ToArray();
        return methods.Length == 0
            ? throw new NotYetException("Model.to_json")
            : JsonElement.Parse((string)new CallBinder(new PlainValueBinder())
                .Bind(methods, [], CorpusMap.Empty).Invoke(model)!);
    }

    private static Model Read(JsonElement json) => (Model)new CallBinder(new PlainValueBinder())
        .Bind(Functions.Of("models", "model_from_json").Overloads, [new CorpusString(json.GetRawText())],
            CorpusMap.Empty).Invoke()!;
}
