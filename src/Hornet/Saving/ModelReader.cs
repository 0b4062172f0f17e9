using System.Text.Json.Nodes;
using Hornet.Native;
using Hornet.Programs;
using Hornet.Saving.Hdf5;
using Hornet.Serialization;

namespace Hornet.Saving;

/// <summary>Makes models of files.</summary>
internal static class ModelReader
{
    private const long FewWeights = 1 << 20; // bytes

    public static Model Load(Stream stream, bool compile) => FileOpening.Guard(() =>
    {
        WarmUp.Begin();
        var seekable = FileOpening.Seekable(stream);
        return FileOpening.KindOf(seekable) switch
        {
            FileKind.Archive => LoadArchive(seekable, compile),
            FileKind.Hdf5 => LoadHdf5(seekable, compile),
            _ => throw new KerasFileException(
                "Expected a model: a .keras file, or a whole model in an .h5 file. Received: a file of another kind."),
        };
    });

    public static void LoadWeights(Model model, Stream stream, bool skipMismatch, bool byName) =>
        FileOpening.Guard(() =>
        {
            RequireBuilt(model);
            var seekable = FileOpening.Seekable(stream);
            return FileOpening.KindOf(seekable) switch
            {
                FileKind.Archive => FromArchive(model, seekable, skipMismatch, byName),
                FileKind.Hdf5 => FromHdf5(model, Hdf5File.Open(new StreamSource(seekable)), skipMismatch, byName),
                _ => throw new KerasFileException(
                    "Expected weights: a .weights.h5, .keras or .h5 file. Received: a file of another kind."),
            };
        });

    public static void LoadShards(Model model, string path, bool skipMismatch) => FileOpening.Guard(() =>
    {
        RequireBuilt(model);
        using var store = new ShardedWeightStore(path);
        WeightLoader.Load(model, store, skipMismatch);
        return true;
    });

    /// <summary>Weights can only be read into a model that has them.</summary>
    public static void RequireBuilt(Model model)
    {
        if (!model.Built)
        {
            throw new KerasFileException(
                $"{model.ClassName} '{model.Name}' has no weights yet: expected a model that has been built. Apply it "
                + "to a tensor, or call BuildFor.");
        }
    }

    /// <summary>Newer files do not keep weights by names.</summary>
    public static void RefuseNames(bool byName)
    {
        if (byName)
        {
            throw new KerasFileException(
                "Expected a file that keeps weights by the names of layers: an older .h5 file. Received: a newer one, "
                + "which keeps them by the places of the layers. Leave byName out.");
        }
    }

    /// <summary>Makes the model of a configuration, with no more weights than a file can hold.</summary>
    public static Model Make(JsonNode? config, long length, bool compile)
    {
        if (config is not JsonObject description)
        {
            throw new KerasFileException(
                "Expected the configuration of a model, a dictionary. Received: another text.");
        }

        if (!compile)
        {
            description.Remove("compile_config");
        }

        using var allowance = WeightAllowance.Open(length);
        return KerasRegistry.Deserialize<Model>(description)!;
    }

    private static bool FromArchive(Model model, Stream stream, bool skipMismatch, bool byName)
    {
        RefuseNames(byName);
        using var archive = Archive.Open(stream);
        var root = Hdf5File.Open(archive.Bytes(Archive.Weights));
        WeightLoader.Load(model, new FileWeightStore(root), skipMismatch);
        return true;
    }

    private static bool FromHdf5(Model model, Hdf5Group root, bool skipMismatch, bool byName)
    {
        if (LegacyReader.IsLegacy(root))
        {
            LegacyReader.LoadWeights(model, root, skipMismatch, byName);
            return true;
        }

        RefuseNames(byName);
        WeightLoader.Load(model, new FileWeightStore(root), skipMismatch);
        return true;
    }

    // What has few weights predicts one sample without libtorch.
    private static IDisposable? BeginLoading(long bytes) => bytes > FewWeights ? LibTorch.BeginLoading() : null;

    private static Model LoadHdf5(Stream stream, bool compile)
    {
        var root = Hdf5File.Open(new StreamSource(stream));
        using var loading = BeginLoading(stream.Length);
        return LegacyReader.Load(root, stream.Length, compile);
    }

    private static Model LoadArchive(Stream stream, bool compile)
    {
        using var archive = Archive.Open(stream);
        var text = archive.Text(Archive.Config);
        var weights = archive.Bytes(Archive.Weights);
        using var loading = BeginLoading(weights.Length);
        var config = ConfigJson.Parse(text);
        var root = Hdf5File.Open(weights);
        var model = Make(config, weights.Length, compile);
        WeightLoader.Load(model, new FileWeightStore(root), skipMismatch: false);
        return model;
    }
}
