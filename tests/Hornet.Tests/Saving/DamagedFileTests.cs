using Hornet.Saving;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Tests;

/// <summary>Files that were cut or changed: only Hornet's own errors, and no more memory than they are worth.</summary>
public sealed class DamagedFileTests
{
    public static TheoryData<string> Files => ["v3_dense.keras", "h5_conv_bn.h5", "opt_h5_adam.h5"];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_was_cut_anywhere_is_refused(string name)
    {
        var bytes = File.ReadAllBytes(Corpus.FileOf("saving", name));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(Loads(bytes[..length]), $"{name} cut at {length}");
        }
    }

    [Fact]
    public void Weights_that_were_cut_anywhere_are_refused()
    {
        var model = SavedModels.Small();
        using var file = new MemoryStream();
        model.SaveWeights(file);
        for (var length = 0; length < file.Length; length++)
        {
            using var cut = new MemoryStream(file.GetBuffer(), 0, length);
            Assert.Throws<KerasFileException>(() => model.LoadWeights(cut));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_was_changed_loads_or_is_refused_within_its_means(string name)
    {
        var bytes = File.ReadAllBytes(Corpus.FileOf("saving", name));
        var random = new Random(1);
        for (var i = 0; i < 150; i++)
        {
            var changed = (byte[])bytes.Clone();
            for (var k = 0; k < 3; k++)
            {
                changed[random.Next(changed.Length)] = (byte)(random.Next(2) == 0 ? 255 : random.Next(256));
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            Loads(changed);
            Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1L << 28, $"{name}, change {i}");
        }
    }

    [Fact]
    public void One_bit_of_the_weights_is_noticed()
    {
        var model = SavedModels.Small();
        var bytes = SavedModels.BytesOf(model);
        var place = bytes.AsSpan().IndexOf(ByteTensors.Write(model.GetWeights()[0]));
        bytes[place] ^= 1;
        Assert.Contains(
            "checksum", Assert.Throws<KerasFileException>(() => Keras.LoadModel(new MemoryStream(bytes))).Message);
    }

    private static bool Loads(byte[] bytes)
    {
        try
        {
            using var scope = new TensorScope();
            Keras.LoadModel(new MemoryStream(bytes));
            return true;
        }
        catch (Exception error) when (error is KerasFileException or KerasSerializationException)
        {
            return false;
        }
    }
}
