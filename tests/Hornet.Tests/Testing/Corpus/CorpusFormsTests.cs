using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CorpusFormsTests
{
    public static TheoryData<string, CorpusValue> Forms => new()
    {
        { "null", CorpusNull.Instance },
        { "true", new CorpusBool(true) },
        { "false", new CorpusBool(false) },
        { "1", new CorpusInt(1) },
        { "-0", new CorpusInt(0) },
        { "17807037942121513089", new CorpusInt(17807037942121513089) },
        { "1.0", new CorpusFloat(1) },
        { "1e2", new CorpusFloat(100) },
        { """{"f":"nan"}""", new CorpusFloat(double.NaN) },
        { """{"f":"inf"}""", new CorpusFloat(double.PositiveInfinity) },
        { """{"f":"-inf"}""", new CorpusFloat(double.NegativeInfinity) },
        { """{"c":[0.5,-1]}""", new CorpusComplex(new Complex(0.5, -1)) },
        { """{"c":["nan",{"f":"inf"}]}""", new CorpusComplex(new Complex(double.NaN, double.PositiveInfinity)) },
        { "\"nan\"", new CorpusString("nan") },
        { "[1,[2.0]]", List(new CorpusInt(1), List(new CorpusFloat(2))) },
        { """{"tuple":[1]}""", new CorpusTuple([new CorpusInt(1)]) },
        { """{"set":[1]}""", new CorpusSet([new CorpusInt(1)]) },
        { """{"m":{}}""", CorpusMap.Empty },
        { """{"m":{"m":1}}""", new CorpusMap([new("m", new CorpusInt(1))]) },
        { """{"m":{"b":{"m":{}},"a":[]}}""", new CorpusMap([new("b", CorpusMap.Empty), new("a", List())]) },
        { """{"pairs":[[1,"x"]]}""", Pairs(CorpusPairsKind.Pairs) },
        { """{"dict":[[1,"x"]]}""", Pairs(CorpusPairsKind.Dict) },
        { """{"od":[[1,"x"]]}""", Pairs(CorpusPairsKind.OrderedDict) },
        { """{"k":{"s":[null,2],"d":"float32"}}""", new CorpusKerasTensor("float32", [null, 2]) },
        { """{"k":{"s":[2],"d":"int8","sparse":true}}""", new CorpusKerasTensor("int8", [2], Sparse: true) },
        { """{"dtype":"bfloat16"}""", new CorpusDType("bfloat16") },
        { """{"slice":[1,null,-2]}""", new CorpusSlice(1, null, -2) },
        { """{"ellipsis":true}""", new CorpusEllipsis() },
        { """{"newaxis":true}""", new CorpusNewAxis() },
        { """{"seed":[7,4294967295]}""", new CorpusSeed(7, 4294967295) },
        { """{"bytes":"ab"}""", new CorpusBytes("ab") },
        { """{"fn":"relu"}""", new CorpusFunction("relu") },
        { """{"ref":"v1"}""", new CorpusReference("v1") },
        { """{"cls":"keras.layers.Dense"}""", new CorpusClass("keras.layers.Dense") },
        { """{"path":"rgb.png"}""", new CorpusPath("rgb.png") },
        { """{"tmp":"a.png"}""", new CorpusScratch("a.png") },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_reads_as_its_record(string json, CorpusValue expected) =>
        Assert.Equal(expected, CorpusSample.Value(json));

    [Fact]
    public void A_serialized_object_keeps_its_config_as_it_is()
    {
        var json = """{"o":{"module":"keras.layers","class_name":"Dense","config":{"units":1,"m":{"f":"nan"}}}}""";
        var config = Assert.IsType<CorpusObject>(CorpusSample.Value(json));
        Assert.Equal("Dense", config.ClassName);
        Assert.Equal("""{"units":1,"m":{"f":"nan"}}""", config.Config.GetRawText());
        Assert.Equal(config, CorpusSample.Value(json));
    }

    [Theory]
    [InlineData("""{"layer":"d","class":"Dense"}""", "layer", "d")]
    [InlineData("""{"variable":"d/kernel","s":[2],"d":"float32"}""", "variable", "d/kernel")]
    [InlineData("""{"policy":"mixed_float16"}""", "policy", "mixed_float16")]
    [InlineData("""{"spec":{"ndim":2},"name":"a"}""", "spec", null)]
    public void An_object_that_is_only_described_keeps_its_description(string json, string kind, string? name)
    {
        var description = Assert.IsType<CorpusDescription>(CorpusSample.Value(json));
        Assert.Equal((kind, name), (description.Kind, description.Name));
        Assert.Equal(json, description.Json.GetRawText());
    }

    [Theory]
    [InlineData("""{"units":3}""")]
    [InlineData("""{}""")]
    [InlineData("""{"seed":3}""")]
    [InlineData("""{"dtype":null}""")]
    [InlineData("""{"f":"huge"}""")]
    [InlineData("""{"c":[1]}""")]
    [InlineData("""{"c":[1,"x"]}""")]
    [InlineData("""{"seed":[1,-1]}""")]
    [InlineData("""{"seed":[1]}""")]
    [InlineData("""{"slice":[1,2]}""")]
    [InlineData("""{"slice":[1,2,"x"]}""")]
    [InlineData("""{"pairs":[[1]]}""")]
    [InlineData("""{"o":{"class_name":"Dense"}}""")]
    [InlineData("""{"k":{"s":[1]}}""")]
    [InlineData("""{"k":{"s":[-1],"d":"float32"}}""")]
    [InlineData("""{"k":{"s":[1],"d":"float31"}}""")]
    public void What_is_in_no_form_is_refused_by_file_and_line(string json)
    {
        var error = Assert.Throws<CorpusFormatException>(() => CorpusSample.Value(json));
        Assert.Matches(@"group\.jsonl line 1: Expected .*Received: ", error.Message);
    }

    [Fact]
    public void Values_are_written_much_as_python_writes_them()
    {
        var value = CorpusSample.Value("""[null,true,1,1.5,"a",{"tuple":[{"slice":[1,null,null]}]},{"m":{"k":[]}}]""");
        Assert.Equal("[None, True, 1, 1.5, 'a', (slice(1, None, None)), {'k': []}]", value.ToString());
    }

    private static CorpusList List(params CorpusValue[] items) => new(items);

    private static CorpusPairs Pairs(CorpusPairsKind kind) =>
        new(kind, [new(new CorpusInt(1), new CorpusString("x"))]);
}
