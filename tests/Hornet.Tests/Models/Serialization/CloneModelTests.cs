using Hornet.Layers;

namespace Hornet.Tests;

public sealed class CloneModelTests
{
    [Fact]
    public void A_clone_has_weights_of_its_own_and_the_names_of_the_model()
    {
        var model = Graph();

        var clone = Keras.Models.CloneModel(model);

        Assert.Equal(model.Layers.Select(layer => layer.Name), clone.Layers.Select(layer => layer.Name));
        Assert.NotSame(model.Weights[0], clone.Weights[0]);
        clone.SetWeights(model.GetWeights());
        var x = ModelConfigTests.Values(3, 1);
        Assert.Equal(model.Apply(x).ToArray<float>(), clone.Apply(x).ToArray<float>());
    }

    [Fact]
    public void A_clone_of_a_compiled_chain_is_compiled()
    {
        var model = new Sequential([Keras.Input([4]), new Dense(2), new Dense(1)]);
        model.Compile("adam", "mse");

        var clone = Assert.IsType<Sequential>(Keras.Models.CloneModel(model));

        Assert.True(clone.Compiled);
        Assert.Equal([null, 1], clone.OutputShape.Value);
        Assert.NotSame(model.Optimizer, clone.Optimizer);
    }

    [Fact]
    public void A_clone_begins_with_the_tensors_it_is_given()
    {
        var x = Keras.Input([4], name: "mine");

        Assert.Same(x, Keras.Models.CloneModel(Graph(), inputTensors: x).Inputs[0]);
        Assert.Same(x, Keras.Models.CloneModel(new Sequential([new Dense(2)]), inputTensors: x).Inputs[0]);
        Assert.Throws<ArgumentException>(() => Keras.Models.CloneModel(Graph(), inputTensors: new Tensor[] { x, x }));
    }

    [Fact]
    public void Layers_may_be_shared_and_calls_changed()
    {
        var model = Graph();

        var clone = Keras.Models.CloneModel(
            model,
            cloneFunction: layer => layer,
            callFunction: (layer, arguments) => layer is Dense
                ? new Dropout(0.5).ApplyMany(layer.ApplyMany(arguments))
                : layer.ApplyMany(arguments));

        Assert.Same(model.Weights[0], clone.Weights[0]);
        Assert.Contains(clone.Layers, layer => layer is Dropout);
    }

    [Fact]
    public void Models_inside_are_cloned_layer_by_layer_where_asked_to()
    {
        var inner = new Sequential([Keras.Input([4]), new Dense(4)]);
        var x = Keras.Input([4]);
        var model = new Model(x, inner.Apply(x));
        var seen = new List<Layer>();

        Keras.Models.CloneModel(model, cloneFunction: Watch, recursive: true);
        Assert.IsType<Dense>(Assert.Single(seen));
        seen.Clear();
        Keras.Models.CloneModel(model, cloneFunction: Watch);
        Assert.Same(inner, Assert.Single(seen));

        Layer Watch(Layer layer)
        {
            seen.Add(layer);
            return layer;
        }
    }

    [Fact]
    public void What_a_kind_of_model_cannot_take_is_refused()
    {
        var chain = new Sequential([new Dense(2)]);
        Assert.Throws<ArgumentException>(
            () => Keras.Models.CloneModel(chain, callFunction: (layer, arguments) => layer.ApplyMany(arguments)));
        Assert.Throws<ArgumentException>(
            () => Keras.Models.CloneModel(new TwoLayerModel(2), cloneFunction: layer => layer));
        Assert.Equal(2, Assert.IsType<TwoLayerModel>(Keras.Models.CloneModel(new TwoLayerModel(2))).Units);
    }

    private static Model Graph()
    {
        var x = Keras.Input([4], name: "x");
        var y = new Dense(3, name: "d").Apply(x);
        return new Model(x, Ops.Relu(y) + 1, name: "graph");
    }
}
