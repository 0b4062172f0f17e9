using System.Text.Json.Nodes;
using Hornet.Layers;
using Hornet.Serialization;

namespace Hornet.Tests;

/// <summary>What the configurations of inputs and models hold, and what comes back.</summary>
public sealed class SerializationFactsTests
{
    public SerializationFactsTests() => Keras.ClearSession();

    private static Tensor One => Ops.Ones([1, 3]);

    [Fact]
    public void An_input_layer_is_written_as_Kerass_and_comes_back_the_same()
    {
        var layer = new InputLayer([3], batchSize: 2, name: "x", optional: true);
        var written = KerasRegistry.SerializeObject(layer);

        Assert.Equal(("keras.layers", "InputLayer"), ((string?)written["module"], (string?)written["class_name"]));
        Assert.Null(written["registered_name"]);
        var again = KerasRegistry.Deserialize<Layer>(written)!;
        Assert.Equal(layer.GetConfig().ToJsonString(), again.GetConfig().ToJsonString());
    }

    [Fact]
    public void An_old_input_layer_has_batch_input_shape_and_nothing_optional()
    {
        var old = JsonNode.Parse(
            """
            {"class_name": "InputLayer", "module": "keras.layers", "registered_name": null,
             "config": {"batch_input_shape": [null, 3], "dtype": "int32", "sparse": false, "name": "x"}}
            """);
        var layer = Assert.IsType<InputLayer>(KerasRegistry.Deserialize<Layer>(old));
        Assert.Equal((Shape.Create([null, 3]), DType.Int32, false), (layer.BatchShape, layer.DType, layer.Optional));
    }

    [Fact]
    public void The_config_of_a_chain_begins_with_its_input_and_a_chain_without_one_has_none()
    {
        var config = new Sequential([Keras.Input([3]), new Dense(2)]).GetConfig();
        Assert.Equal("InputLayer", (string?)config["layers"]![0]!["class_name"]);
        Assert.Equal("[null,3]", config["build_input_shape"]!.ToJsonString());
        var again = Sequential.FromConfig(config);
        Assert.Equal([null, 3], again.InputShape.Value);
        Assert.Single(again.Layers);

        var deferred = new Sequential([new Dense(2)]).GetConfig();
        Assert.Equal("Dense", (string?)deferred["layers"]![0]!["class_name"]);
        Assert.False(deferred.ContainsKey("build_input_shape"));
    }

    [Fact]
    public void A_chain_that_was_built_for_a_shape_holds_the_input_that_this_made()
    {
        var model = new Sequential([new Dense(2)]);
        model.BuildFor(Shape.Create([null, 3]));
        Assert.Equal("InputLayer", (string?)model.GetConfig()["layers"]![0]!["class_name"]);
    }

    [Fact]
    public void A_legacy_first_layer_has_the_batch_axis_in_its_shape()
    {
        var model = (Sequential)Keras.Models.ModelFromJson(
            """
            {"class_name": "Sequential", "config": {"name": "s", "layers": [
              {"class_name": "Dense", "config": {"name": "d", "units": 2, "batch_input_shape": [null, 3]}}]}}
            """);
        Assert.Equal([null, 3], model.InputShape.Value);
    }

    [Theory]
    [InlineData("one", "[\"x\",0,0]")]
    [InlineData("list", "[[\"x\",0,0]]")]
    [InlineData("dictionary", "{\"x\":[\"x\",0,0]}")]
    public void The_config_of_a_graph_keeps_the_structure_of_its_inputs(string kind, string expected)
    {
        var x = Keras.Input([3], name: "x");
        Nested<Tensor> inputs = kind switch
        {
            "one" => x,
            "list" => Nested.List<Tensor>([x]),
            _ => new Dictionary<string, Tensor> { ["x"] = x },
        };
        var model = new Model(inputs, new Dense(2).Apply(x));
        Assert.Equal(expected, model.GetConfig()["input_layers"]!.ToJsonString());
        var again = Model.FromConfig(model.GetConfig());
        Assert.Equal(model.GetConfig().ToJsonString(), again.GetConfig().ToJsonString());
        Assert.Equal((model.Input.IsList, model.Input.IsDictionary), (again.Input.IsList, again.Input.IsDictionary));
    }

    [Fact]
    public void Lists_in_lists_come_back_as_they_were()
    {
        var x = Keras.Input([3], name: "x");
        var model = new Model(Nested.List<Tensor>([Nested.List<Tensor>([x])]), x + 1);
        var json = model.ToJson();
        Assert.Equal(json, ((Model)Keras.Models.ModelFromJson(json)).ToJson());
    }

    [Fact]
    public void Outputs_come_back_in_their_structure()
    {
        var x = Keras.Input([3], name: "x");
        var model = new Model(x, new Dictionary<string, Tensor> { ["a"] = x + 1, ["b"] = x + 2 });
        var again = (Model)Keras.Models.ModelFromJson(model.ToJson());
        Assert.Equal(2f, again.ApplyMany(One)["a"].Value.ToArray<float>()[0]);
        Assert.IsType<KerasTensor>(again.ApplyMany(Keras.Input([3]))["b"].Value);
    }

    [Fact]
    public void The_tensor_of_a_reloaded_input_is_called_as_its_layer()
    {
        var x = Keras.Input([3]);
        var again = Model.FromConfig(new Model(x, x + 1).GetConfig());
        Assert.Equal("input_layer", again.Inputs[0].Name);
        Assert.Equal(2f, again.Apply(new Dictionary<string, Tensor> { ["input_layer"] = One }).ToArray<float>()[0]);
    }

    [Theory]
    [InlineData("name")]
    [InlineData("layers")]
    public void A_chain_without_a_name_or_layers_in_its_config_is_refused(string key)
    {
        var config = new Sequential([Keras.Input([3]), new Dense(2)]).GetConfig();
        config.Remove(key);
        var error = Assert.Throws<KerasSerializationException>(() => Sequential.FromConfig(config));
        Assert.Contains(key, error.Message, StringComparison.Ordinal);
    }
}
