using Hornet.Saving;
using Hornet.Saving.Hdf5;
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
            : name.EndsWith(".h5", StringComparison.Ordinal) ? OfLegacy(line, path, model)
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

    private static string? OfLegacy(CorpusCase line, string path, Model model)
    {
        using var saved = new MemoryStream();
        LegacyWriter.Write(model, saved);
        using var file = FileOpening.Open(path);
        var expected = SavedListing.Of(new StreamSource(file));
        var received = SavedListing.Of(new StreamSource(saved));
        if (IsRenamed(line, expected))
        {
            expected.RemoveWhere(text => !text.Contains("@model_config", StringComparison.Ordinal));
            received.RemoveWhere(text => !text.Contains("@model_config", StringComparison.Ordinal));
        }

        return SavedListing.Difference(expected, received) ?? Again(saved, model);
    }

    // Keras builds a layer inside a layer by itself when it loads it: its weights have other names from then on.
    private static bool IsRenamed(CorpusCase line, SortedSet<string> listing)
    {
        var names = listing.Where(text => text.Contains("@weight_names", StringComparison.Ordinal))
            .SelectMany(text => text.Split('[', ',', ']')).ToHashSet();
        return line["weights"].Items().Any(weight => !names.Contains(weight["path"].Text()));
    }

    private static string? Config(Archive expected, Archive received) => SavedConfig.Difference(
        SavedConfig.Text(expected.Text(Archive.Config)), SavedConfig.Text(received.Text(Archive.Config)),
        Archive.Config);

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
