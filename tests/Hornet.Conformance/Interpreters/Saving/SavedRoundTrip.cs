using System.Text.Json.Nodes;
using Hornet.Saving;
using Hornet.Saving.Hdf5;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Saves what was loaded, compares it with Keras's own file, and loads it again.</summary>
internal static class SavedRoundTrip
{
    public static string? Difference(CorpusCase line, Model model)
    {
        var name = line["files"][0].Text();
        var path = SavedFiles.Of(line);
        return name.EndsWith(".keras", StringComparison.Ordinal) ? OfArchive(path, model)
            : name.EndsWith(".weights.h5", StringComparison.Ordinal) ? OfWeights(path, model)
            : name.EndsWith(".h5", StringComparison.Ordinal) ? OfLegacy(path, model)
            : null;
    }

    private static string? OfArchive(string path, Model model)
    {
        using var saved = new MemoryStream();
        model.Save(saved);
        using var file = FileOpening.Open(path);
        using var expected = Archive.Open(file);
        using var received = Archive.Open(saved);
        return Config(expected, received) ?? SavedListing.Difference(
                SavedListing.Of(expected.Bytes(Archive.Weights)), SavedListing.Of(received.Bytes(Archive.Weights)))
            ?? Again(saved, model);
    }

    private static string? OfWeights(string path, Model model)
    {
        using var saved = new MemoryStream();
        model.SaveWeights(saved);
        using var file = FileOpening.Open(path);
        return SavedListing.Difference(
            SavedListing.Of(new StreamSource(file)), SavedListing.Of(new StreamSource(saved)));
    }

    private static string? OfLegacy(string path, Model model)
    {
        using var saved = new MemoryStream();
        LegacyWriter.Write(model, saved);
        using var file = FileOpening.Open(path);
        return SavedListing.Difference(
                SavedListing.Of(new StreamSource(file)), SavedListing.Of(new StreamSource(saved)))
            ?? Again(saved, model);
    }

    private static string? Config(Archive expected, Archive received)
    {
        var (keras, own) = (Read(expected), Read(received));
        if (JsonNode.DeepEquals(keras, own))
        {
            return null;
        }

        var (expectedText, text) = (ConfigJson.Write(keras), ConfigJson.Write(own));
        var at = Math.Max(expectedText.AsSpan().CommonPrefixLength(text) - 60, 0);
        return $"Expected in config.json ...{Part(expectedText, at)}... Received: ...{Part(text, at)}...";
    }

    private static string Part(string text, int at) => text[at..Math.Min(at + 240, text.Length)];

    // What is the same object has any number: that it has one is compared. Dtype policies are values in Hornet, and
    // the dtype of a chain is not read from files, in Keras neither.
    private static JsonNode? Read(Archive archive)
    {
        var config = ConfigJson.Parse(archive.Text(Archive.Config));
        Number(config, []);
        return config;
    }

    private static void Number(JsonNode? node, Dictionary<string, int> ids)
    {
        if (node is JsonObject pairs)
        {
            if ($"{pairs["class_name"]}" == "DTypePolicy")
            {
                pairs.Remove("shared_object_id");
            }

            if ($"{pairs["class_name"]}" == "Sequential" && pairs["config"] is JsonObject config)
            {
                config.Remove("dtype");
            }

            if (pairs["shared_object_id"] is { } id)
            {
                ids.TryAdd($"{id}", ids.Count);
                pairs["shared_object_id"] = ids[$"{id}"];
            }

            pairs.Select(pair => pair.Value).ToList().ForEach(value => Number(value, ids));
        }
        else if (node is JsonArray list)
        {
            list.ToList().ForEach(value => Number(value, ids));
        }
    }

    private static string? Again(MemoryStream saved, Model model)
    {
        saved.Position = 0;
        var copy = Keras.LoadModel(saved);
        var (weights, expected) = (copy.GetWeights(), model.GetWeights());
        var differs = weights.Count != expected.Count || weights.Zip(expected).Any(pair =>
            pair.First.Spec != pair.Second.Spec
            || !ByteTensors.Write(pair.First).AsSpan().SequenceEqual(ByteTensors.Write(pair.Second)));
        return differs ? "Expected the same weights after saving and loading again. Received: others." : null;
    }
}
