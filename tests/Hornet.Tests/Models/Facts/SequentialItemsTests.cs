using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>What a Sequential is made of.</summary>
public sealed class SequentialItemsTests
{
    public SequentialItemsTests() => Keras.ClearSession();

    [Fact]
    public void The_tensor_that_is_given_first_is_the_models_input()
    {
        var x = Keras.Input([3]);
        Assert.Same(x, new Sequential([x, new Dense(2)]).Inputs[0]);
        var layer = new InputLayer(batchShape: [null, 3]);
        Assert.Same(layer.Output, new Sequential([layer, new Dense(2)]).Inputs[0]);
    }

    [Fact]
    public void The_shape_of_a_first_layer_becomes_an_input_of_floatx_whatever_the_layer_computes_in()
    {
        var model = new Sequential([new Dense(2, dtype: "float16") { InputShape = [3] }]);
        Assert.Equal((Shape.Create([null, 3]), DType.Float32), (model.InputShape.Value, model.Inputs[0].DType));
        Assert.Equal(DType.Float16, model.Outputs[0].DType);
        Assert.Null(new Dense(2) { InputShape = [3] }.GetConfig()["input_shape"]);
    }

    [Fact]
    public void The_shape_of_a_later_layer_is_ignored()
    {
        var model = new Sequential([Keras.Input([3]), new Dense(2) { InputShape = [7] }]);
        Assert.Equal([null, 3], model.InputShape.Value);
        var deferred = new Sequential([new Dense(2), new Dense(2) { InputShape = [7] }]);
        Assert.False(deferred.Built);
    }

    [Fact]
    public void The_layers_leave_out_the_input()
    {
        var model = new Sequential([Keras.Input([3], name: "x"), new Dense(2, name: "d")]);
        Assert.Equal("d", Assert.Single(model.Layers).Name);
        Assert.Equal("d", model.GetLayer(0).Name);
        Assert.Equal("No such layer: x. Existing layers are: d.", Refusal.Of(() => model.GetLayer("x")));
    }

    [Fact]
    public void One_layer_after_the_input_builds_it_and_further_ones_keep_it_built()
    {
        var model = new Sequential([Keras.Input([3])]);
        Assert.False(model.Built);
        model.Add(new Dense(2));
        Assert.True(model.Built);
        Assert.Equal(2, model.Weights.Count);
        model.Add(new Dense(4));
        Assert.True(model.Built);
        Assert.Equal(([null, 4], 4), (model.OutputShape.Value, model.Weights.Count));
    }

    [Fact]
    public void An_input_alone_has_no_graph_and_computes_nothing()
    {
        var model = new Sequential([Keras.Input([3])]);
        Assert.Equal(
            "Sequential model 'sequential' has no defined input shape yet. Begin it with Keras.Input, or apply it to " +
            "a tensor.", Refusal.Of(() => model.InputShape));
        Assert.Contains("no layers", Refusal.Of(() => model.Apply(Ops.Ones([2, 3]))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_input_is_refused_even_the_same()
    {
        var x = Keras.Input([3]);
        const string Said = "Sequential model 'sequential' has already been configured to use input shape (None, 3). " +
            "You cannot add a different Input layer to it.";
        var model = new Sequential([x]);
        Assert.StartsWith(Said, Refusal.Of(() => Add(model, Keras.Input([3]))), StringComparison.Ordinal);
        Assert.StartsWith(Said, Refusal.Of(() => Add(model, x)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_input_of_the_same_name_is_refused_for_its_name() => Assert.StartsWith(
        "All layers added to a Sequential model should have unique names. Name 'x' is already",
        Refusal.Of(() => new Sequential([Keras.Input([3], name: "x"), Keras.Input([3], name: "x")])),
        StringComparison.Ordinal);

    [Fact]
    public void An_input_that_comes_late_is_refused_when_the_model_is_built()
    {
        var model = new Sequential([new Dense(2), Keras.Input([3])]);
        Assert.Equal(
            "Sequential model 'sequential' has the Input 'input_layer' after layer 'dense'. An Input can only be the " +
            "first item.", Refusal.Of(() => model.Apply(Ops.Ones([2, 3]))));
        var built = new Sequential([new Dense(2)]);
        built.Apply(Ops.Ones([2, 3]));
        Assert.Contains(
            "already been configured", Refusal.Of(() => Add(built, Keras.Input([3]))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_knows_its_input_may_come_first()
    {
        var x = Keras.Input([3]);
        var functional = new Model(x, new Dense(4).Apply(x));
        Assert.False(new Sequential([functional]).Built);
        var model = new Sequential([functional, new Dense(2)]);
        Assert.Equal([null, 3], model.InputShape.Value);
        Assert.NotSame(x, model.Inputs[0]);
        var nested = new Sequential([new Sequential([Keras.Input([3]), new Dense(4)]), new Dense(2)]);
        Assert.True(nested.Built);
        Assert.Equal([2, 2], nested.Apply(Ops.Ones([2, 3])).Shape);
    }

    [Fact]
    public void A_model_of_several_inputs_that_comes_first_leaves_it_without_a_graph()
    {
        var (a, b) = (Keras.Input([3]), Keras.Input([3]));
        var model = new Sequential([new Model([a, b], a + b), new Dense(2)]);
        Assert.False(model.Built);
        Assert.Equal([2, 2], model.Apply([Ops.Ones([2, 3]), Ops.Ones([2, 3])]).Shape);
        Assert.Equal(2, model.Weights.Count);
    }

    [Fact]
    public void Only_layers_are_added()
    {
        Assert.StartsWith(
            "Only instances of `keras.Layer` can be added to a Sequential model, and first what Keras.Input gives.",
            Refusal.Of(() => new Sequential([Assert.IsType<KerasTensor>(new Dense(2).Apply(Keras.Input([3])))])),
            StringComparison.Ordinal);
        Assert.Contains(
            "Received: null", Refusal.Of(() => new Sequential([(Layer)null!])), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_layers_of_one_name_are_refused_and_one_layer_twice_is_not()
    {
        Assert.StartsWith(
            "All layers added to a Sequential model should have unique names. Name 'a' is already the name of a layer",
            Refusal.Of(() => new Sequential([new Dense(2, name: "a"), new Dense(2, name: "a")])),
            StringComparison.Ordinal);
        var layer = new Dense(3);
        Assert.Equal(2, new Sequential([Keras.Input([3]), layer, layer]).Weights.Count);
    }

    [Fact]
    public void Not_trainable_at_construction_freezes_all()
    {
        var model = new Sequential([Keras.Input([3]), new Dense(2)], trainable: false);
        Assert.Empty(model.TrainableWeights);
        Assert.Equal(2, model.NonTrainableWeights.Count);
    }

    private static object? Add(Sequential model, SequentialItem item)
    {
        model.Add(item);
        return null;
    }
}
