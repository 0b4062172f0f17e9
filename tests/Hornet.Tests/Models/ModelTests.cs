using Hornet.Layers;

namespace Hornet.Tests;

public sealed class ModelTests
{
    [Fact]
    public void A_graph_is_a_model_of_layers_from_its_inputs_to_its_outputs()
    {
        Keras.ClearSession();
        var x = Keras.Input([784]);
        var y = x.Then(new Dense(32)).Then(new Dense(10));

        var model = new Model(x, y);

        Assert.Equal("functional", model.Name);
        Assert.Equal(["input_layer", "dense", "dense_1"], model.Layers.Select(layer => layer.Name));
        Assert.Equal([null, 784], model.InputShape.Value);
        Assert.Equal([null, 10], model.OutputShape.Value);
        Assert.Equal((784 * 32) + 32 + (32 * 10) + 10, model.CountParams());
        Assert.Equal([4, 10], model.Apply(new float[4, 784]).Shape);
    }

    [Fact]
    public void Three_ways_to_begin_a_sequential_give_one_model()
    {
        Sequential[] models =
        [
            new([new Dense(8) { InputShape = [4] }, new Dense(1)]),
            new([Keras.Input([4]), new Dense(8), new Dense(1)]),
            new([new InputLayer([4]), new Dense(8), new Dense(1)]),
        ];

        Assert.All(models, model =>
        {
            Assert.True(model.Built);
            Assert.Equal([null, 4], model.InputShape.Value);
            Assert.Equal(2, model.Layers.Count);
            Assert.Equal(4, model.Weights.Count);
            Assert.Equal($"{model.Name}/{model.Layers[0].Name}/kernel", model.Weights[0].Path);
        });
    }

    [Fact]
    public void A_model_begins_at_an_intermediate_tensor_too()
    {
        var x = Keras.Input([4]);
        var hidden = new Dense(8).Apply(x);
        var y = new Dense(2).Apply(hidden);

        var head = new Model(hidden, y);

        Assert.Equal($"{((KerasTensor)hidden).Name}CLONE", head.Inputs[0].Name);
        Assert.Equal([3, 2], head.Apply(new float[3, 8]).Shape);
    }

    [Fact]
    public void An_unbuilt_sequential_is_built_by_its_first_input()
    {
        var model = new Sequential([new Dense(3)]);
        Assert.False(model.Built);

        Assert.Equal([2, 3], model.Apply(new float[2, 5]).Shape);

        Assert.Equal([2, 5], model.InputShape.Value);
        Assert.Equal([7, 3], model.Apply(new float[7, 5]).Shape);
        var e = Assert.Throws<ArgumentException>(() => model.Apply(new float[2, 6]));
        Assert.Contains("expected axis -1 of input shape to have value 5", e.Message, StringComparison.Ordinal);
    }
}
