using System.IO.Compression;
using Hornet.Layers;
using Hornet.Optimizers;
using Hornet.Saving;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Files that Keras wrote, and such as Hornet writes.</summary>
internal static class FuzzSamples
{
    // Above all the files themselves, then what else is loaded from them.
    public static IReadOnlyList<FuzzSample> Make()
    {
        var folder = Path.Combine(Corpus.Folder.FullPath, "saving");
        var files = Directory.EnumerateFiles(folder)
            .Where(path => !path.EndsWith(".weights.h5", StringComparison.Ordinal))
            .Where(path => Path.GetExtension(path) is ".keras" or ".h5")
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)));
        var samples = new List<FuzzSample>();
        foreach (var (name, bytes) in files.Concat(Own()))
        {
            var loads = Loads(bytes);
            if (loads || name.StartsWith("bad_", StringComparison.Ordinal))
            {
                samples.Add(new FuzzSample(name, bytes, stream => Keras.LoadModel(stream)));
            }

            if (!loads)
            {
                continue;
            }

            var model = new Lazy<Model>(() => Keras.LoadModel(new MemoryStream(bytes)));
            if (WeightsOf(bytes) is { } weights)
            {
                samples.Add(new FuzzSample($"{name}/weights", weights, stream => model.Value.LoadWeights(stream)));
            }
            else
            {
                samples.Add(new FuzzSample($"{name}/names", bytes, stream => model.Value.LoadWeights(
                    stream, skipMismatch: true, byName: true)));
            }
        }

        return [.. samples, .. FuzzShards.Make()];
    }

    private static bool Loads(byte[] bytes)
    {
        try
        {
            Keras.LoadModel(new MemoryStream(bytes));
            return true;
        }
        catch (Exception e) when (e is KerasFileException or KerasSerializationException)
        {
            return false; // of a class that does not exist yet
        }
    }

    private static byte[]? WeightsOf(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return null;
        }

        using var archive = new ZipArchive(new MemoryStream(bytes));
        using var member = archive.GetEntry(Archive.Weights)!.Open();
        using var weights = new MemoryStream();
        member.CopyTo(weights);
        return weights.ToArray();
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Own()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, model) in new[] { ("own_dense", Trained()), ("own_sequence", Sequence()) })
        {
            foreach (var file in new[] { $"{name}.keras", $"{name}.h5" })
            {
                model.Save(folder[file]);
                yield return (file, File.ReadAllBytes(folder[file]));
            }
        }
    }

    private static Sequential Trained()
    {
        var model = new Sequential([Keras.Input([4]), new Dense(3, activation: "relu"), new Dense(2)]);
        model.Compile(new Adam(0.01), "mse", metrics: ["mae"]);
        model.TrainOnBatch(Tensor.From(new float[,] { { 1, 2, 3, 4 } }), Tensor.From(new float[,] { { 1, 2 } }));
        return model;
    }

    private static Model Sequence()
    {
        var inputs = Keras.Input([5], dtype: DType.Int32);
        var x = new LSTM(4, returnSequences: true).Apply(new Embedding(7, 3).Apply(inputs));
        x = new Conv1D(3, 2, padding: "same").Apply(x);
        var inner = new Sequential([Keras.Input([5, 3]), new LayerNormalization(), new Dense(2)]);
        return new Model(inputs, Ops.Sum(inner.Apply(x), axis: 1) * 2f);
    }
}
