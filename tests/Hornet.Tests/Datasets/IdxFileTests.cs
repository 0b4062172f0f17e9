using Hornet.Datasets;

namespace Hornet.Tests;

public sealed class IdxFileTests
{
    [Fact]
    public void Reads_the_test_digits_of_mnist()
    {
        var folder = Path.Combine(Repository.Root, "data", "mnist");

        var images = IdxFile.Read(Path.Combine(folder, "t10k-images-idx3-ubyte.gz"));
        var digits = IdxFile.Read(Path.Combine(folder, "t10k-labels-idx1-ubyte.gz"));

        Assert.Equal(new TensorSpec([10_000, 28, 28], DType.UInt8), images.Spec);
        Assert.Equal([7, 2, 1, 0, 4], digits.ToArray<byte>()[..5]);
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 8, 1, 0, 0, 0, 1, 5 }, "unsigned bytes")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 9, 5 }, "ends before")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0x7f, 0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff }, "more than")]
    public void Refuses_what_is_no_such_file(byte[] bytes, string why)
    {
        var file = Path.GetTempFileName();
        File.WriteAllBytes(file, bytes);
        try
        {
            var e = Assert.Throws<InvalidDataException>(() => IdxFile.Read(file));
            Assert.Contains(why, e.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
