using System.Globalization;
using Hornet.Saving.Hdf5;
using PureHDF;

namespace Hornet.Tests;

/// <summary>What is written is what another reader of HDF5 finds, and Hornet's own.</summary>
public sealed class Hdf5WriterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)] // a second leaf
    [InlineData(257)] // a second node of the tree
    [InlineData(9000)] // a third level
    public void Groups_have_any_number_of_members(int count)
    {
        var writer = new Hdf5Writer();
        for (var i = 0; i < count; i++)
        {
            writer.Add($"group/{i}", Scalar(i));
        }

        var file = Write(writer);
        var (other, own) = (Open(file).Group("group"), Own(file).Group("group")!);
        Assert.Equal(count, other.Children().Count());
        for (var i = 0; i < count; i++)
        {
            var name = i.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(i, other.Dataset(name).Read<int>());
            Assert.Equal(BitConverter.GetBytes(i), own.Dataset(name)!.Read());
        }
    }

    [Fact]
    public void Texts_have_any_length()
    {
        var texts = new[] { "", "a", "Größe €", new string('b', 4064), new string('c', 100_000), "d" };
        var writer = new Hdf5Writer();
        for (var i = 0; i < texts.Length; i++)
        {
            writer.Attribute($"group{i}", "text", texts[i]);
        }

        writer.Attribute("list", "texts", texts);
        writer.Attribute("list", "none", []);
        var file = Write(writer);
        for (var i = 1; i < texts.Length; i++)
        {
            Assert.Equal(texts[i], Open(file).Group($"group{i}").Attribute("text").Read<string>());
        }

        Assert.Equal(texts, Enumerable.Range(0, texts.Length).Select(i => Own(file).Group($"group{i}")!.Text("text")));
        Assert.Equal(texts, Own(file).Group("list")!.Texts("texts"));
        Assert.Empty(Own(file).Group("list")!.Texts("none")!);
    }

    [Fact]
    public void More_texts_than_one_heap_holds_are_written()
    {
        var texts = Enumerable.Range(0, 3000).Select(i => $"the name of the weights with the number {i}").ToArray();
        var writer = new Hdf5Writer();
        writer.Attribute("group", "texts", texts);
        Assert.Equal(texts, Open(Write(writer)).Group("group").Attribute("texts").Read<string[]>());
    }

    [Theory]
    [InlineData(DType.Float16)]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    [InlineData(DType.BFloat16)]
    [InlineData(DType.Int8)]
    [InlineData(DType.Int16)]
    [InlineData(DType.Int32)]
    [InlineData(DType.Int64)]
    [InlineData(DType.UInt8)]
    [InlineData(DType.Bool)]
    public void Elements_keep_their_kind(DType dtype)
    {
        var tensor = (EagerTensor)Ops.Cast(Tensor.From(new float[,] { { 0, 1, 2 }, { 3, 4, 5 } }), dtype);
        var writer = new Hdf5Writer();
        writer.Add("x", tensor);
        var dataset = Own(Write(writer)).Dataset("x")!;
        Assert.Equal(dtype, dataset.Type.ToDType(dtype == DType.BFloat16 ? dataset.Text("dtype") : null));
        Assert.Equal([2, 3], dataset.Axes);
        Assert.Equal(Hornet.Saving.ByteTensors.Write(tensor), dataset.Read());
        Assert.Equal(ClassOf(dtype), Open(Write(writer)).Dataset("x").Type.Class);
    }

    [Fact]
    public void Nothing_at_all_is_a_shape_as_well()
    {
        var writer = new Hdf5Writer();
        writer.Add("none", (EagerTensor)Ops.Zeros([0, 3]));
        var file = Write(writer);
        Assert.Equal([0UL, 3UL], Open(file).Dataset("none").Space.Dimensions);
        Assert.Empty(Own(file).Dataset("none")!.Read());
    }

    [Fact]
    public void Elements_that_lie_apart_are_written_one_after_the_other()
    {
        var writer = new Hdf5Writer();
        writer.Add("x", (EagerTensor)Ops.Transpose(Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } })));
        Assert.Equal([1f, 3f, 2f, 4f], Open(Write(writer)).Dataset("x").Read<float[]>());
    }

    private static H5DataTypeClass ClassOf(DType dtype) => dtype switch
    {
        DType.Bool => H5DataTypeClass.Enumerated,
        DType.BFloat16 => H5DataTypeClass.Opaque,
        _ when dtype.IsFloating() => H5DataTypeClass.FloatingPoint,
        _ => H5DataTypeClass.FixedPoint,
    };

    private static EagerTensor Scalar(int value) => (EagerTensor)Tensor.From([], [value]);

    private static byte[] Write(Hdf5Writer writer)
    {
        using var stream = new MemoryStream();
        writer.Write(stream);
        return stream.ToArray();
    }

    private static IH5Group Open(byte[] file) => H5File.Open(new MemoryStream(file), leaveOpen: false);

    private static Hdf5Group Own(byte[] file) => Hdf5File.Open(new StreamSource(new MemoryStream(file)));
}
