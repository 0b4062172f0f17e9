using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SafetensorsFileTests
{
    private const string Key = """{"id":"x","value":{"d":"int16","s":[2],"t":"a"}}""";

    private const string Header =
        """{"__metadata__":{"by":"hand"},"a":{"dtype":"I16","shape":[2],"data_offsets":[0,4]}}""";

    [Fact]
    public void A_line_refers_to_an_array_by_its_key()
    {
        using var sample = CorpusSample.Of(Key, Key).WithArrays(Header, 1, 0, 255, 255);
        Assert.All(sample.Cases, line => Assert.Equal([1, -1], ((CorpusArray)line.Value("value")).ToInt64s()));
    }

    [Fact]
    public void A_complex_array_has_one_more_axis_there()
    {
        using var sample = CorpusSample.Of("""{"id":"x","value":{"d":"complex64","s":[1],"t":"z"}}""")
            .WithArrays("""{"z":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""", 0, 0, 128, 63, 0, 0, 0, 192);
        var array = Assert.IsType<CorpusArray>(sample.Cases.Single().Value("value"));
        Assert.Equal([new Complex(1, -2)], array.ToComplexes());
    }

    [Fact]
    public void Arrays_can_be_read_without_lines()
    {
        using var sample = CorpusSample.Of().WithArrays(Header, 1, 0, 255, 255);
        using var file = SafetensorsFile.Open(sample.PathOf("group.safetensors"));
        Assert.Equal("a", file.Entries.Single().Name);
        Assert.Equal([1.0, -1.0], file.Read("a").ToDoubles());
        Assert.Throws<KeyNotFoundException>(() => file.Read("b"));
    }

    [Theory]
    [InlineData("""{"id":"x","value":{"d":"int16","s":[2],"t":"b"}}""", "Received: 'b'")]
    [InlineData("""{"id":"x","value":{"d":"int16","s":[1,2],"t":"a"}}""", "Received: int16 (2)")]
    [InlineData("""{"id":"x","value":{"d":"float16","s":[2],"t":"a"}}""", "Received: int16 (2)")]
    public void A_line_that_disagrees_with_the_file_is_refused(string line, string problem)
    {
        using var sample = CorpusSample.Of(line).WithArrays(Header, 1, 0, 255, 255);
        var error = Assert.Throws<CorpusFormatException>(() => sample.Cases.Single().Value("value"));
        Assert.Contains("line 1: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""not JSON""")]
    [InlineData("""[]""")]
    [InlineData("""{"a":{"dtype":"I16","shape":[2]}}""")]
    [InlineData("""{"a":{"dtype":"I17","shape":[2],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"I16","shape":[3],"data_offsets":[0,6]}}""")]
    [InlineData("""{"a":{"dtype":"I16","shape":[2],"data_offsets":[2,6]}}""")]
    [InlineData("""{"a":{"dtype":"I16","shape":[2],"data_offsets":[-2,2]}}""")]
    [InlineData("""{"a":{"dtype":"I16","shape":[2],"data_offsets":[4,0]}}""")]
    [InlineData("""{"a":{"dtype":"I16","shape":[1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"I16","shape":[-1,-2],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"I16","shape":[65536,65536],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"I16","shape":[2],"data_offsets":[0,9223372036854775807]}}""")]
    public void A_header_that_lies_is_refused(string header)
    {
        using var sample = CorpusSample.Of().WithArrays(header, 1, 0, 255, 255);
        var path = sample.PathOf("group.safetensors");
        var error = Assert.Throws<CorpusFormatException>(() => SafetensorsFile.Open(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 3, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}' })]
    [InlineData(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, (byte)'{', (byte)'}' })]
    public void A_file_cut_short_is_refused(byte[] content)
    {
        using var sample = CorpusSample.Of();
        var path = sample.PathOf("cut.safetensors");
        File.WriteAllBytes(path, content);
        Assert.Throws<CorpusFormatException>(() => SafetensorsFile.Open(path));
    }
}
