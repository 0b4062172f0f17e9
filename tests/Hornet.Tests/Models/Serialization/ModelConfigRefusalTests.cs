using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet.Tests;

public sealed class ModelConfigRefusalTests
{
    private const string Input = """
        {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": [null, 4], "name": "x"},
         "name": "x", "inbound_nodes": []}
        """;

    [Theory]
    [InlineData("null", "Received: null")]
    [InlineData("[1]", "Expected a Model")]
    [InlineData("\"Dense\"", "no Model has this name")]
    [InlineData("""{"class_name": "Nothing", "config": {}}""", "Unknown class \"Nothing\"")]
    [InlineData("""{"class_name": "Dense", "config": {"units": 2}}""", "Unknown class \"Dense\"")]
    [InlineData("""{"class_name": "Sequential", "config": {"name": "s"}}""", "lacks the key 'layers'")]
    [InlineData("""{"class_name": "Sequential", "config": {"name": "s", "layers": 3}}""", "Expected a list")]
    [InlineData("""{"class_name": "Sequential", "config": {"name": "s", "layers": [null]}}""", "Expected a layer")]
    [InlineData("""{"class_name": "Functional", "config": {"name": "f"}}""", "lacks the key 'layers'")]
    [InlineData("{", "Expected a JSON text")]
    public void What_is_no_model_is_refused(string json, string words) => Refused(json, words);

    [Fact]
    public void A_loop_is_refused_with_the_names_of_its_layers() => Refused(
        Graph(Layer("a", Call("b")), Layer("b", Call("a")), "[\"b\", 0, 0]"),
        "without loops", "Received: calls whose inputs are never made: a, b");

    [Fact]
    public void A_call_that_feeds_itself_is_refused() => Refused(
        Graph(Layer("a", Call("a")), Layer("b", Call("a")), "[\"b\", 0, 0]"), "without loops");

    [Fact]
    public void A_layer_that_is_not_there_is_refused_with_those_that_are() => Refused(
        Graph(Layer("a", Call("nowhere")), Layer("b", Call("a")), "[\"b\", 0, 0]"),
        "Expected a layer of this model. Received: \"nowhere\"", "x, a, b");

    [Fact]
    public void Two_layers_of_one_name_are_refused() => Refused(
        Graph(Layer("a", Call("x")), Layer("a", Call("x")), "[\"a\", 0, 0]"), "two named \"a\"");

    [Theory]
    [InlineData("[\"b\", 7, 0]")]
    [InlineData("[\"b\", 0, 7]")]
    public void An_output_that_no_call_makes_is_refused(string output) =>
        Refused(Graph(Layer("a", Call("x")), Layer("b", Call("a")), output), "Expected a tensor that the graph makes");

    [Theory]
    [InlineData("7")]
    [InlineData("[\"b\", -1, 0]")]
    [InlineData("[\"b\", \"zero\", 0]")]
    public void An_output_that_is_no_place_is_refused(string output) =>
        Refused(Graph(Layer("a", Call("x")), Layer("b", Call("a")), output), "output_layers");

    [Fact]
    public void An_argument_that_the_layer_does_not_take_is_refused() => Refused(
        Graph(
            Layer("a", $$$"""{"args": [{{{Tensor("x")}}}], "kwargs": {"speed": {{{Tensor("x")}}}}}"""),
            Layer("b", Call("a")),
            "[\"b\", 0, 0]"),
        "speed", "Expected an argument that Dense takes");

    [Fact]
    public void Shapes_that_do_not_fit_are_refused_with_the_layer_s_name() => Refused(
        Graph(
            """
            {"module": "keras.layers", "class_name": "Reshape", "config": {"name": "a", "target_shape": [3]},
             "name": "a", "inbound_nodes": [
            """ + Call("x") + "]}",
            Layer("b", Call("a")),
            "[\"b\", 0, 0]"),
        "'a' does not take its inputs");

    [Fact]
    public void An_op_that_Keras_does_not_have_is_refused() => Refused(
        Graph(
            """
            {"module": "keras.src.ops.numpy", "class_name": "Launch", "config": {"name": "a"}, "name": "a",
             "inbound_nodes": [
            """ + Call("x") + "]}",
            Layer("b", Call("a")),
            "[\"b\", 0, 0]"),
        "Expected an op that Hornet has");

    [Fact]
    public void A_sparse_input_is_refused() => Refused(
        """
        {"class_name": "Sequential", "config": {"name": "s", "layers": [{"class_name": "InputLayer",
         "config": {"batch_shape": [null, 4], "sparse": true, "name": "x"}}]}}
        """,
        "Expected a dense input");

    [Fact]
    public void A_compilation_that_names_no_optimizer_is_refused()
    {
        var model = new Sequential([Keras.Input([4]), new Layers.Dense(2)]);
        var config = new JsonObject { ["optimizer"] = "hope", ["loss"] = "mse" };

        var error = Assert.Throws<KerasSerializationException>(() => model.CompileFromConfig(config));

        Assert.Contains("no Optimizer has this name", error.Message, StringComparison.Ordinal);
        Assert.False(model.Compiled);
    }

    [Fact]
    public void A_long_chain_in_reverse_order_is_read_in_time_in_proportion_to_its_length()
    {
        const int count = 300;
        var layers = Enumerable.Range(0, count).Select(i => Identity($"i{i}", i == 0 ? "x" : $"i{i - 1}")).Reverse();
        var json = $$$"""
            {"class_name": "Functional", "config": {"name": "f", "layers": [{{{string.Join(",", layers)}}},
             {{{Input}}}], "input_layers": ["x", 0, 0], "output_layers": ["i{{{count - 1}}}", 0, 0]}}
            """;

        Assert.Equal(count + 1, Keras.Models.ModelFromJson(json).Layers.Count);
    }

    private static void Refused(string json, params string[] words)
    {
        var error = Assert.Throws<KerasSerializationException>(() => Keras.Models.ModelFromJson(json));
        Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
    }

    private static string Graph(string first, string second, string output) => $$$"""
        {"class_name": "Functional", "config": {"name": "f", "layers": [{{{Input}}}, {{{first}}}, {{{second}}}],
         "input_layers": ["x", 0, 0], "output_layers": {{{output}}}}}
        """;

    private static string Layer(string name, string call) => $$$"""
        {"module": "keras.layers", "class_name": "Dense", "config": {"name": "{{{name}}}", "units": 4},
         "name": "{{{name}}}", "inbound_nodes": [{{{call}}}]}
        """;

    private static string Identity(string name, string source) => $$$"""
        {"module": "keras.layers", "class_name": "Identity", "config": {"name": "{{{name}}}"}, "name": "{{{name}}}",
         "inbound_nodes": [{{{Call(source)}}}]}
        """;

    private static string Call(string source) => $$$"""{"args": [{{{Tensor(source)}}}], "kwargs": {}}""";

    private static string Tensor(string source) => $$$"""
        {"class_name": "__keras_tensor__",
         "config": {"shape": [null, 4], "dtype": "float32", "keras_history": ["{{{source}}}", 0, 0]}}
        """;
}
