using System.Text.Json.Nodes;
using Hornet.Saving;
using Hornet.Saving.Hdf5;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>The files of a case.</summary>
internal static class SavedFiles
{
    /// <summary>The file to open: of several, the list of the others.</summary>
    public static string Of(CorpusCase line) =>
        Path.Combine(Corpus.Folder.FullPath, line.Category, line["files"][0].Text());

    /// <exception cref="NotYetException">A class is named that does not exist.</exception>
    public static void RefuseMissing(CorpusCase line, string path)
    {
        var config = line.Root.Find("json") is { IsNull: false } json
            ? JsonNode.Parse(json.Raw.GetRawText())
            : Config(path);
        MissingClasses.Refuse(config);
        RefuseOld(config);
        if ((config as JsonObject)?["compile_config"] is JsonObject compilation)
        {
            MissingClasses.RefuseNames(compilation);
        }
    }

    private static JsonNode? Config(string path)
    {
        using var stream = FileOpening.Open(path);
        if (FileOpening.KindOf(stream) == FileKind.Archive)
        {
            using var archive = Archive.Open(stream);
            return ConfigJson.Parse(archive.Text(Archive.Config));
        }

        return Hdf5File.Open(new StreamSource(stream)).Text("model_config") is { } text ? ConfigJson.Parse(text) : null;
    }

    // Keras 2 named no modules.
    private static void RefuseOld(JsonNode? config)
    {
        switch (config)
        {
            case JsonArray list:
                list.ToList().ForEach(RefuseOld);
                break;
            case JsonObject pairs:
                if (pairs.ContainsKey("lora_rank"))
                {
                    throw new NotYetException("LoRA");
                }

                if (!pairs.ContainsKey("module") && pairs.ContainsKey("config")
                    && pairs["class_name"] is JsonValue name && !name.GetValue<string>().StartsWith("__")
                    && KerasRegistry.Find(null, name.GetValue<string>()) is null)
                {
                    throw new NotYetException($"the class {name.GetValue<string>()}");
                }

                pairs.Select(pair => pair.Value).ToList().ForEach(RefuseOld);
                break;
        }
    }
}
