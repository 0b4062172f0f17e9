using Hornet.Layers;

namespace Hornet.Conformance;

/// <summary>Weights in several files: their list is changed, or one of them.</summary>
internal static class FuzzShards
{
    private const string List = "m.weights.json";

    // Two bytes more than the larger kernel has, so that there are several files.
    private const double Limit = 514.0 / (1L << 30);

    public static IEnumerable<FuzzSample> Make()
    {
        var model = new Sequential([Keras.Input([8]), new Dense(16), new Dense(4)]);
        var files = new Dictionary<string, byte[]>();
        using (var folder = new TemporaryFolder())
        {
            model.SaveWeights(folder[List], maxShardSize: Limit);
            foreach (var path in Directory.GetFiles(folder[""]).Order(StringComparer.Ordinal))
            {
                files[Path.GetFileName(path)] = File.ReadAllBytes(path);
            }
        }

        return files.Select(file => new FuzzSample(
            $"shards/{file.Key}", file.Value, stream => Load(model, files, file.Key, stream)));
    }

    private static void Load(Model model, Dictionary<string, byte[]> files, string changed, Stream stream)
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, bytes) in files)
        {
            File.WriteAllBytes(folder[name], bytes);
        }

        using (var file = File.Create(folder[changed]))
        {
            stream.CopyTo(file);
        }

        model.LoadWeights(folder[List]);
    }
}
