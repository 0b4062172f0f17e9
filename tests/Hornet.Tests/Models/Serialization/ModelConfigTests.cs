using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Losses;
using Hornet.Optimizers;
using Hornet.Serialization;

namespace Hornet.Tests;

public sealed class ModelConfigTests
{
    [Fact]
    public void A_graph_with_shared_layers_ops_and_a_dictionary_comes_back_with_its_results()
    {
        var a = Keras.Input([4], name: "a");
        var b = Keras.Input([4], name: "b");
        var shared = new Dense(3, name: "shared");
        var sum = (shared.Apply(a) * 2) + shared.Apply(b);
        var model = new Model(
            new Dictionary<string, Tensor> { ["a"] = a, ["b"] = b },
            new Dictionary<string, Tensor> { ["y"] = sum[.., 1..], ["z"] = Ops.Concatenate([sum, sum], axis: -1) });

        var copy = Keras.Models.ModelFromJson(model.ToJson());

        copy.SetWeights(model.GetWeights());
        var inputs = new Dictionary<string, Tensor> { ["a"] = Values(8, 1), ["b"] = Values(8, 2) };
        Equal(model.ApplyMany(inputs), copy.ApplyMany(inputs));
        Assert.Equal(model.ToJson(), copy.ToJson());
        Assert.Equal(2, copy.GetLayer("shared").InboundNodes.Count);
    }

    [Fact]
    public void The_text_is_Kerass_letter_by_letter()
    {
        const string expected = """
            {"module": "keras.src.models.functional", "class_name": "Functional", "config": {"name": "m",
             "trainable": true, "layers": [
            {"module": "keras.layers", "class_name": "InputLayer", "config": {"batch_shape": [null, 4],
             "dtype": "float32", "sparse": false, "ragged": false, "name": "x", "optional": false},
             "registered_name": null, "name": "x", "inbound_nodes": []},
             {"module": "keras.src.ops.numpy", "class_name": "GetItem", "config": {"name": "part"},
             "registered_name": "GetItem", "name": "part", "inbound_nodes": [{"args": [
            {"class_name": "__keras_tensor__", "config": {"shape": [null, 4], "dtype": "float32",
             "keras_history": ["x", 0, 0]}},
             [{"class_name": "__slice__", "config": {"start": null, "stop": null, "step": null}},
             {"class_name": "__slice__", "config": {"start": 1, "stop": null, "step": 2}}]], "kwargs": {}}]},
             {"module": "keras.src.ops.numpy", "class_name": "Multiply", "config": {"name": "twice"},
             "registered_name": "Multiply", "name": "twice", "inbound_nodes": [{"args": [
            {"class_name": "__keras_tensor__", "config": {"shape": [null, 2], "dtype": "float32",
             "keras_history": ["part", 0, 0]}},
             2.0], "kwargs": {}}]}],
             "input_layers": ["x", 0, 0], "output_layers": ["twice", 0, 0]}, "registered_name": "Functional",
             "build_config": {"input_shape": null}, "compile_config": {}}
            """;
        var text = expected.Replace("\n", string.Empty, StringComparison.Ordinal);

        Assert.Equal(text, Keras.Models.ModelFromJson(text).ToJson());
    }

    [Fact]
    public void Constants_keep_their_dtype_and_values()
    {
        var x = Keras.Input([3]);
        var y = Ops.Maximum(x + new float[] { 0.1f, 0.5f, -2 }, 0.25) * Tensor.From(new[] { 1L, 2, 3 });
        var model = new Model(x, y);

        var copy = Keras.Models.ModelFromJson(model.ToJson());

        var value = Tensor.From(new float[,] { { 1, -1, 5 } });
        Equal(model.Apply(value), copy.Apply(value));
        Assert.Equal(model.ToJson(), copy.ToJson());
    }

    [Fact]
    public void Models_inside_models_keep_their_places()
    {
        var x = Keras.Input([4]);
        var inner = new Model(x, new Dense(2).Apply(x), name: "inner");
        var y = Keras.Input([4]);
        var outer = new Model(y, inner.Apply(new Sequential([new Dense(4)], name: "chain").Apply(y)));

        var written = JsonNode.Parse(outer.ToJson())!;
        var copy = Keras.Models.ModelFromJson(outer.ToJson());

        // Of an output Keras counts the node that the inner graph was made with.
        Assert.Equal("[\"inner\",1,0]", written["config"]!["output_layers"]!.ToJsonString());
        Assert.Equal(outer.ToJson(), copy.ToJson());
        Assert.Equal(outer.CountParams(), copy.CountParams());
    }

    [Fact]
    public void A_compiled_model_comes_back_compiled()
    {
        var model = new Sequential([Keras.Input([4]), new Dense(2)]);
        model.Compile(
            new SGD(0.1, momentum: 0.9), loss: new Huber(delta: 0.5), metrics: ["mae"], stepsPerExecution: 2);

        var copy = (Sequential)Keras.Models.ModelFromJson(model.ToJson());

        Assert.True(copy.Compiled);
        Assert.Equal(2, copy.StepsPerExecution);
        Assert.Equal(0.9, Assert.IsType<SGD>(copy.Optimizer).Momentum);
        Assert.Equal(model.ToJson(), copy.ToJson());
        Assert.NotEmpty(copy.Optimizer!.Variables);
    }

    [Fact]
    public void What_each_output_is_measured_by_comes_back()
    {
        var x = Keras.Input([4]);
        var model = new Model(
            x, new Dictionary<string, Tensor> { ["p"] = new Dense(1).Apply(x), ["q"] = new Dense(2).Apply(x) });
        model.Compile(
            "adam",
            loss: new Dictionary<string, string> { ["p"] = "mse", ["q"] = "mae" },
            lossWeights: Nested.Dictionary<double>([new("p", 0.5), new("q", 2.0)]),
            metrics: new Dictionary<string, string> { ["q"] = "accuracy" });

        var copy = Keras.Models.ModelFromJson(model.ToJson());

        Assert.Equal(model.GetCompileConfig()!.ToJsonString(), copy.GetCompileConfig()!.ToJsonString());
    }

    [Fact]
    public void A_chain_of_Keras_2_is_read()
    {
        const string json = """
            {"class_name": "Sequential", "config": {"name": "old", "layers": [
              {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 4], "dtype": "float32",
                "sparse": false, "ragged": false, "name": "in"}},
              {"class_name": "Dense", "config": {"name": "d", "trainable": true, "dtype": "float32",
                "units": 3, "activation": "relu", "use_bias": true}}]},
             "keras_version": "2.15.0", "backend": "tensorflow"}
            """;

        var model = Keras.Models.ModelFromJson(json);

        Assert.Equal([null, 3], model.OutputShape.Value);
        Assert.Equal("float32", model.Layers[0].DTypePolicy.Name);
    }

    [Fact]
    public void A_first_layer_of_Keras_2_says_the_input()
    {
        const string json = """
            {"class_name": "Sequential", "config": {"name": "old", "layers": [
              {"class_name": "Dense", "config": {"name": "d", "batch_input_shape": [null, 4], "units": 3}}]}}
            """;

        Assert.Equal([null, 4], Keras.Models.ModelFromJson(json).InputShape.Value);
    }

    [Fact]
    public void A_graph_of_Keras_2_is_read()
    {
        const string json = """
            {"class_name": "Functional", "config": {"name": "old", "trainable": true, "layers": [
              {"class_name": "InputLayer", "name": "in", "inbound_nodes": [],
               "config": {"batch_input_shape": [null, 4], "dtype": "float32", "sparse": false, "name": "in"}},
              {"class_name": "Dense", "name": "d", "inbound_nodes": [[["in", 0, 0, {}]], [["d", 0, 0, {}]]],
               "config": {"name": "d", "units": 4}},
              {"class_name": "Add", "name": "sum", "inbound_nodes": [[["d", 0, 0, {}], ["d", 1, 0, {}]]],
               "config": {"name": "sum"}}],
              "input_layers": [["in", 0, 0]], "output_layers": [["sum", 0, 0]]}}
            """;

        var model = Keras.Models.ModelFromJson(json);

        Assert.Equal([null, 4], model.OutputShape.Value);
        Assert.Equal(2, model.GetLayer("d").InboundNodes.Count);
    }

    [Fact]
    public void A_model_of_ones_own_class_is_made_again()
    {
        var model = new TwoLayerModel(3, name: "mine");
        model.Apply(new float[2, 4]);

        var copy = Assert.IsType<TwoLayerModel>(Keras.Models.ModelFromJson(model.ToJson()));

        Assert.Equal(3, copy.Units);
        Assert.Equal(model.CountParams(), copy.CountParams());
    }

    internal static float[,] Values(int rows, int seed)
    {
        var random = new Random(seed);
        var values = new float[rows, 4];
        for (var i = 0; i < values.Length; i++)
        {
            values[i / 4, i % 4] = random.NextSingle();
        }

        return values;
    }

    private static void Equal(Nested<Tensor> expected, Nested<Tensor> received)
    {
        foreach (var (x, y) in expected.Flatten().Zip(received.Flatten()))
        {
            Assert.Equal(x.DType, y.DType);
            Assert.Equal(Ops.Cast(x, DType.Float64).ToArray<double>(), Ops.Cast(y, DType.Float64).ToArray<double>());
        }
    }
}

/// <summary>A model that computes by itself.</summary>
[RegisterKerasSerializable("tests")]
internal sealed partial class TwoLayerModel(int units, string? name = null) : Model(name)
{
    private readonly Dense _first = new(units);
    private readonly Dense _second = new(1);

    public int Units { get; } = units;

    protected override Tensor Call(Tensor x, CallContext context) => _second.Apply(_first.Apply(x));
}
