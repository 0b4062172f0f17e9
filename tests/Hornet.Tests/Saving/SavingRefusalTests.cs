using System.IO.Compression;
using System.Text;
using Hornet.Saving;
using Hornet.Saving.Hdf5;
using Hornet.Serialization;

namespace Hornet.Tests;

/// <summary>Files and names that are refused, and what is said of them.</summary>
public sealed class SavingRefusalTests : IDisposable
{
    private readonly SavedModels _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Other_names_are_refused()
    {
        var model = SavedModels.Small();
        Assert.Contains(".keras", Assert.Throws<ArgumentException>(() => model.Save(_files["a.zip"])).Message);
        Assert.Contains(
            "SaveWeights", Assert.Throws<ArgumentException>(() => model.Save(_files["a.weights.h5"])).Message);
        Assert.Contains(
            ".weights.h5", Assert.Throws<ArgumentException>(() => model.SaveWeights(_files["a.h5"])).Message);
        Assert.Empty(Directory.GetFiles(_files.Folder));
    }

    [Fact]
    public void Files_that_are_no_models_are_refused()
    {
        File.WriteAllText(_files["a.keras"], "a text");
        Assert.Contains(
            "a file of another kind",
            Assert.Throws<KerasFileException>(() => Keras.LoadModel(_files["a.keras"])).Message);
        SavedModels.Small().SaveWeights(_files["a.weights.h5"]);
        Assert.Contains(
            "model_config",
            Assert.Throws<KerasFileException>(() => Keras.LoadModel(_files["a.weights.h5"])).Message);
        Assert.Throws<FileNotFoundException>(() => Keras.LoadModel(_files["none.keras"]));
    }

    [Theory]
    [InlineData("../a.weights.h5")]
    [InlineData("/elsewhere/a.weights.h5")]
    [InlineData("a\\b.weights.h5")]
    [InlineData("secret.txt")]
    public void A_list_of_files_does_not_lead_out_of_its_folder(string name)
    {
        File.WriteAllText(
            _files["a.weights.json"],
            "{\"metadata\": {}, \"weight_map\": {\"/layers/dense/vars\": \""
            + name.Replace("\\", "\\\\", StringComparison.Ordinal) + "\"}}");
        var error = Assert.Throws<KerasFileException>(
            () => SavedModels.Small().LoadWeights(_files["a.weights.json"]));
        Assert.Contains("own folder", error.Message);
    }

    [Fact]
    public void A_small_file_cannot_ask_for_large_weights()
    {
        var bytes = Changed(config => config.Replace("\"units\": 3", "\"units\": 100000000"));
        var error = Assert.Throws<KerasSerializationException>(() => Keras.LoadModel(new MemoryStream(bytes)));
        Assert.Contains("as the file is that small", error.Message);
    }

    [Fact]
    public void Deep_configurations_are_refused()
    {
        var bytes = Changed(_ => new string('[', 5000) + new string(']', 5000));
        Assert.Throws<KerasSerializationException>(() => Keras.LoadModel(new MemoryStream(bytes)));
    }

    [Fact]
    public void A_member_that_grows_too_much_is_refused()
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var member = zip.CreateEntry("config.json", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 129; i++)
            {
                member.Write(zeros);
            }
        }

        file.Position = 0;
        var before = GC.GetTotalAllocatedBytes();
        Assert.Throws<KerasFileException>(() => Keras.LoadModel(file));
        Assert.True(GC.GetTotalAllocatedBytes() - before < 1 << 25);
    }

    [Fact]
    public void Two_members_of_one_name_are_refused()
    {
        var file = new MemoryStream();
        file.Write(SavedModels.BytesOf(SavedModels.Small()));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var member = zip.CreateEntry("config.json").Open();
            member.Write("{}"u8);
        }

        file.Position = 0;
        Assert.Contains(
            "one member named config.json", Assert.Throws<KerasFileException>(() => Keras.LoadModel(file)).Message);
    }

    [Fact]
    public void Groups_in_groups_without_end_are_no_weights()
    {
        var writer = new Hdf5Writer();
        writer.Attribute(string.Join('/', Enumerable.Repeat("layers", 1000)), "name", "deep");
        using var file = new MemoryStream();
        writer.Write(file);
        file.Position = 0;
        var error = Assert.Throws<KerasFileException>(() => SavedModels.Small().LoadWeights(file));
        Assert.Contains("layers/dense/vars", error.Message);
    }

    private static byte[] Changed(Func<string, string> change)
    {
        var file = new MemoryStream();
        file.Write(SavedModels.BytesOf(SavedModels.Small()));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("config.json")!;
            using var reader = new StreamReader(entry.Open());
            var text = change(reader.ReadToEnd());
            reader.Dispose();
            entry.Delete();
            using var member = zip.CreateEntry("config.json").Open();
            member.Write(Encoding.UTF8.GetBytes(text));
        }

        return file.ToArray();
    }
}
