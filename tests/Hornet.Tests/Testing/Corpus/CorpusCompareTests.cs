using System.Numerics;
using System.Text.Json.Nodes;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CorpusCompareTests
{
    public static TheoryData<string, object?> Agreeing => new()
    {
        { "null", null },
        { "true", true },
        { "3", 3 },
        { "3", 3L },
        { "3", (byte)3 },
        { "3", CorpusArray.FromDoubles("int32", [], 3) },
        { "18446744073709551615", ulong.MaxValue },
        { "0.5", 0.5f },
        { "0.1", 0.1f },
        { "0.5", CorpusArray.FromDoubles("float32", [], 0.5) },
        { """{"f":"nan"}""", double.NaN },
        { """{"c":[0,1]}""", Complex.ImaginaryOne },
        { "\"relu\"", "relu" },
        { """{"dtype":"float8_e4m3fn"}""", DType.Float8E4M3FN },
        { """{"dtype":"bfloat16"}""", "bfloat16" },
        { """{"fn":"relu"}""", "relu" },
        { """{"ellipsis":true}""", new CorpusEllipsis() },
        { "[2,null]", Of<int?>(2, null) },
        { "[2,3]", (2, 3) },
        { """{"tuple":[2,"a"]}""", new List<object> { 2, "a" } },
        { """{"set":[1,2]}""", Of(2, 1) },
        { """{"m":{"a":1,"b":[0.5]}}""", new Dictionary<string, object> { ["b"] = Of(0.5), ["a"] = 1 } },
        { """{"pairs":[[1,"a"],["b",null]]}""", new Dictionary<object, object?> { [1] = "a", ["b"] = null } },
        { """{"d":"float32","s":[2],"v":[1,"nan"]}""", CorpusArray.FromDoubles("float32", [2], 1.000005, double.NaN) },
        { """{"d":"float32","s":[1,2],"v":[1,2]}""", new float[,] { { 1, 2 } } },
        { """{"d":"float32","s":[],"v":[1]}""", 1f },
        { """{"d":"int32","s":[1],"v":[7]}""", Of<long>(7) },
        { """{"d":"uint32","s":[1],"v":[7]}""", Of<ulong>(7) },
        { """{"d":"float32","s":[1],"v":[7]}""", Of<double>(7) },
        { """{"d":"complex64","s":[1],"v":[0,1]}""", Of(Complex.ImaginaryOne) },
        { """{"d":"string","s":[1],"v":["a"]}""", Of("a") },
        { """{"d":"bool","s":[2],"v":[1,0]}""", Of(true, false) },
        { """{"k":{"s":[null,2],"d":"int32"}}""", new CorpusKerasTensor("int64", [null, 2]) },
        {
            """{"o":{"class_name":"L2","config":{"l2":0.1}}}""",
            JsonNode.Parse("""{"config":{"l2":0.10000000149},"class_name":"L2"}""")
        },
    };

    public static TheoryData<string, object?, string> Differing => new()
    {
        { "null", 1, "out: Expected None. Received: 1." },
        { "true", 1, "out: Expected True. Received: 1." },
        { "1", true, "out: Expected 1. Received: True." },
        { "1", 1.0f, "out: Expected 1. Received: 1.0." },
        { "0.5", 0.6, "out: Expected 0.5. Received: 0.6." },
        { "\"a\"", "b", "out: Expected 'a'. Received: 'b'." },
        { "[1,2]", Of(1), "out: Expected 2 items. Received: 1, [1]." },
        { "[1,[2]]", new object[] { 1, Of(3) }, "out[1][0]: Expected 2. Received: 3." },
        { "[1]", "text", "out: Expected [1]. Received: 'text'." },
        { """{"set":[1,2]}""", Of(2, 3), "out: Expected a set with 1. Received: [2, 3]." },
        {
            """{"m":{"a":1}}""", new Dictionary<string, object> { ["b"] = 1 },
            "out: Expected the key 'a'. Received: {'b'}."
        },
        {
            """{"m":{"a":{"m":{"b":1}}}}""",
            new Dictionary<string, object> { ["a"] = new Dictionary<string, int> { ["b"] = 2 } },
            "out['a']['b']: Expected 1. Received: 2."
        },
        {
            """{"d":"float32","s":[2],"v":[1,2]}""", new float[,] { { 1, 2 } },
            "out: Expected float32 (2). Received: float32 (1, 2)."
        },
        {
            """{"d":"int64","s":[1],"v":[7]}""", CorpusArray.FromDoubles("int32", [1], 7),
            "out: Expected int64 (1). Received: int32 (1)."
        },
        {
            """{"d":"float16","s":[1],"v":[7]}""", CorpusArray.FromDoubles("float32", [1], 7),
            "out: Expected float16 (1). Received: float32 (1)."
        },
        {
            """{"d":"int32","s":[2,2],"v":[1,2,3,4]}""", new[,] { { 1, 2 }, { 0, 4 } },
            "out: 1 of 4 elements of int32 (2, 2) differ (exact): at [1, 0] expected 3, received 0."
        },
        {
            """{"k":{"s":[null,2],"d":"float32"}}""", new CorpusKerasTensor("float32", [1, 2]),
            "out: Expected KerasTensor float32 (None, 2). Received: KerasTensor float32 (1, 2)."
        },
    };

    [Theory]
    [MemberData(nameof(Agreeing))]
    public void What_agrees_has_no_difference(string expected, object? actual) =>
        Assert.Null(CorpusCompare.Difference(CorpusSample.Value(expected), actual));

    [Theory]
    [MemberData(nameof(Differing))]
    public void A_difference_says_where_and_what(string expected, object? actual, string text) =>
        Assert.Equal(text, CorpusCompare.Difference(CorpusSample.Value(expected), actual));

    [Fact]
    public void Of_many_wrong_elements_five_are_shown()
    {
        var text = CorpusCompare.Difference(
            CorpusArray.FromDoubles("float32", [3, 3], 1, 1, 1, 1, 1, 1, 1, 1, 1),
            CorpusArray.FromDoubles("float32", [3, 3], 1, 2, 3, 4, 5, 6, 7, 8, 9), where: "grads[0]");
        Assert.StartsWith(
            "grads[0]: 8 of 9 elements of float32 (3, 3) differ (within 1E-5 relative, 1E-5 absolute): ", text!,
            StringComparison.Ordinal);
        Assert.Contains("at [0, 1] expected 1.0, received 2.0; ", text!, StringComparison.Ordinal);
        Assert.EndsWith("at [1, 2] expected 1.0, received 6.0; ...", text!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tolerance_is_the_one_of_the_dtype()
    {
        var expected = CorpusArray.FromDoubles("float16", [1], 1);
        Assert.Null(CorpusCompare.Difference(expected, CorpusArray.FromDoubles("float16", [1], 1.001)));
        Assert.NotNull(CorpusCompare.Difference(expected, CorpusArray.FromDoubles("float16", [1], 1.003)));
        var exact = Tolerances.Exact;
        Assert.NotNull(CorpusCompare.Difference(expected, CorpusArray.FromDoubles("float16", [1], 1.001), exact));
    }

    [Fact]
    public void A_check_names_the_case_and_its_field()
    {
        using var sample = CorpusSample.Of("""{"id":"x/1","out":{"d":"int32","s":[],"v":[1]}}""");
        var line = sample.Cases.Single();
        CorpusCompare.Check(line, "out", 1);
        var error = Assert.Throws<CorpusMismatchException>(() => CorpusCompare.Check(line, "out", 2));
        Assert.StartsWith(
            "category/group.jsonl line 1 (x/1): out: 1 of 1 elements", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_expected_array_of_a_group_agrees_with_itself() =>
        Assert.All(Corpus.Cases("ops", "core").Where(line => line.Has("out")),
            line => CorpusCompare.Check(line, "out", line.Value("out")));

    private static T[] Of<T>(params T[] items) => items;
}
