using System.IO.Compression;
using Hornet.Layers;
using Hornet.Saving;

namespace Hornet.Tests;

/// <summary>What is saved is what is loaded.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly SavedModels _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("model.keras")]
    [InlineData("model.h5")]
    [InlineData("model.hdf5")]
    public void A_loaded_model_computes_the_same_and_trains_on_where_the_saved_one_stopped(string name)
    {
        var model = SavedModels.Trained();
        model.Save(_files[name]);
        var copy = Keras.LoadModel(_files[name]);
        Assert.Equal(SavedModels.WeightsOf(model), SavedModels.WeightsOf(copy));
        Assert.Equal(model.TrainOnBatch(SavedModels.X, SavedModels.Y)["loss"],
            copy.TrainOnBatch(SavedModels.X, SavedModels.Y)["loss"]);
        Assert.Equal(SavedModels.WeightsOf(model), SavedModels.WeightsOf(copy));
        Assert.Equal(4, copy.Optimizer!.Iterations.Item<int>());
        Assert.Equal([_files[name]], Directory.GetFiles(_files.Folder));
    }

    [Theory]
    [InlineData("model.keras")]
    [InlineData("model.h5")]
    public void Without_compile_the_model_is_not_compiled(string name)
    {
        SavedModels.Trained().Save(_files[name]);
        Assert.False(Keras.LoadModel(_files[name], compile: false).Compiled);
    }

    [Fact]
    public void Streams_that_cannot_seek_are_read()
    {
        var model = SavedModels.Small();
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            model.Save(gzip);
        }

        packed.Position = 0;
        using var stream = new GZipStream(packed, CompressionMode.Decompress);
        Assert.Equal(SavedModels.WeightsOf(model), SavedModels.WeightsOf(Keras.LoadModel(stream)));
    }

    [Theory]
    [InlineData("bfloat16")]
    [InlineData("float16")]
    [InlineData("float64")]
    public void Weights_keep_their_dtype(string dtype)
    {
        var model = SavedModels.Small(dtype: dtype);
        model.SaveWeights(_files["a.weights.h5"]);
        var copy = SavedModels.Small(dtype: dtype);
        copy.LoadWeights(_files["a.weights.h5"]);
        Assert.Equal(SavedModels.WeightsOf(model), SavedModels.WeightsOf(copy));
        Assert.Equal(dtype, copy.Weights[0].DType.KerasName());
    }

    [Fact]
    public void Weights_of_several_files_are_found_again()
    {
        var model = SavedModels.Trained();
        model.SaveWeights(_files["a.weights.json"], maxShardSize: 64.0 / (1L << 30));
        Assert.True(Directory.GetFiles(_files.Folder, "a_*.weights.h5").Length > 2);
        var copy = SavedModels.Trained(steps: 1);
        copy.LoadWeights(_files["a.weights.json"]);
        Assert.Equal(SavedModels.WeightsOf(model), SavedModels.WeightsOf(copy));
        Assert.Equal(3, copy.Optimizer!.Iterations.Item<int>());
    }

    [Fact]
    public void Weights_of_whole_models_load_alone()
    {
        var model = SavedModels.Small();
        model.Save(_files["a.keras"]);
        model.Save(_files["a.h5"]);
        foreach (var name in (string[])["a.keras", "a.h5"])
        {
            var copy = SavedModels.Small();
            copy.LoadWeights(_files[name]);
            Assert.Equal(SavedModels.WeightsOf(model), SavedModels.WeightsOf(copy));
        }
    }

    [Fact]
    public void Older_files_load_by_name()
    {
        var model = SavedModels.Small();
        model.Save(_files["a.h5"]);
        var other = new Sequential([Keras.Input([3]), new Dense(5, name: "new"), new Dense(2, name: "second")]);
        var before = SavedModels.WeightsOf(other)[0];
        var error = Assert.Throws<KerasFileException>(() => other.LoadWeights(_files["a.h5"], byName: true));
        Assert.Contains("second/kernel): expected shape (5, 2), found (3, 2)", error.Message);
        var third = new Sequential([Keras.Input([3]), new Dense(2, name: "second")]);
        third.LoadWeights(_files["a.h5"], byName: true);
        Assert.Equal(SavedModels.WeightsOf(model)[2], SavedModels.WeightsOf(third)[0]);
        Assert.Equal(before, SavedModels.WeightsOf(other)[0]);
    }

    [Fact]
    public void Members_are_stored_as_they_are_and_in_Kerass_order()
    {
        var bytes = SavedModels.BytesOf(SavedModels.Small());
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(
            ["metadata.json", "config.json", "model.weights.h5"], zip.Entries.Select(entry => entry.FullName));
        Assert.All(zip.Entries, entry => Assert.Equal(entry.Length, entry.CompressedLength));
    }
}
