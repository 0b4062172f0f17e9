using Hornet.Saving.Hdf5;
using Hornet.Testing;
using PureHDF;

namespace Hornet.Tests;

/// <summary>Another reader of HDF5 finds the same in Keras's files and in Hornet's.</summary>
public sealed class OtherReaderTests
{
    [Theory]
    [InlineData("wh5_dense.weights.h5")]
    [InlineData("wh5_transformer.weights.h5")]
    [InlineData("h5_conv_bn.h5")]
    [InlineData("k2_lstm_h5.h5")]
    public void Files_of_Keras_hold_the_same_for_both(string name) =>
        Compare(File.ReadAllBytes(Corpus.FileOf("saving", name)));

    [Fact]
    public void Files_of_Hornet_hold_the_same_for_both()
    {
        using var stream = new MemoryStream();
        SavedModels.Trained().SaveWeights(stream);
        Assert.True(Compare(stream.ToArray()) > 10);
    }

    private static int Compare(byte[] bytes)
    {
        using var other = H5File.Open(new MemoryStream(bytes), leaveOpen: false);
        return Compare(Hdf5File.Open(new StreamSource(new MemoryStream(bytes))), other);
    }

    private static int Compare(Hdf5Group group, IH5Group other)
    {
        var count = 0;
        Assert.Equal(other.Children().Select(child => child.Name).Order(), group.Names.Order());
        foreach (var child in other.Children())
        {
            if (child is IH5Group inner)
            {
                count += Compare(group.Group(child.Name)!, inner);
            }
            else if (child is IH5Dataset dataset && group.Dataset(child.Name) is { Type.Kind: Hdf5Kind.Float } own)
            {
                Assert.Equal(dataset.Space.Dimensions.Select(axis => (long)axis), own.Axes);
                Assert.Equal(
                    System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(own.Read()).ToArray(),
                    own.Axes.Length == 0 ? [dataset.Read<float>()] : dataset.Read<float[]>());
                count++;
            }
        }

        return count;
    }
}
