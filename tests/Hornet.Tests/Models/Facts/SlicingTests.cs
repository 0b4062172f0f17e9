using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>Models made of parts of others.</summary>
public sealed class SlicingTests
{
    private readonly KerasTensor _x = Keras.Input([4], name: "x");
    private readonly Dense _first = new(3, name: "first");
    private readonly Dense _second = new(2, name: "second");
    private readonly KerasTensor _hidden;
    private readonly KerasTensor _y;

    public SlicingTests()
    {
        _hidden = (KerasTensor)_first.Apply(_x);
        _y = (KerasTensor)_second.Apply(_hidden);
    }

    [Fact]
    public void A_model_that_begins_in_the_middle_gets_an_input_of_that_shape_and_shares_the_layers()
    {
        var nodes = _second.InboundNodes.Count;
        var head = new Model(_hidden, _y);

        Assert.Equal($"{_hidden.Name}CLONE", head.Layers[0].Name);
        Assert.Equal((_hidden.Shape, _hidden.DType), (head.Inputs[0].Shape, head.Inputs[0].DType));
        Assert.Same(_second, head.Layers[1]);
        Assert.Equal(nodes + 1, _second.InboundNodes.Count);
    }

    [Fact]
    public void A_model_that_ends_in_the_middle_keeps_the_input_itself()
    {
        var tail = new Model(_x, _hidden);
        Assert.Same(_x, tail.Inputs[0]);
        Assert.Same(_x.History!.Value.Operation, tail.Layers[0]);
    }

    [Fact]
    public void Inputs_and_middles_may_be_mixed()
    {
        var model = new Model([_x, _hidden], [_first.Apply(_x), _y]);
        Assert.Same(_x, model.Inputs[0]);
        Assert.NotSame(_hidden, model.Inputs[1]);
        Assert.Equal(2, model.ApplyMany([Ops.Ones([1, 4]), Ops.Ones([1, 3])]).Count);
    }

    [Fact]
    public void A_graph_is_not_run_backwards() => Assert.StartsWith(
        "Output with path '' is not connected to the inputs", Refusal.Of(() => new Model(_y, _hidden)),
        StringComparison.Ordinal);

    [Fact]
    public void Where_a_layer_begins_and_ends_are_boundaries()
    {
        var model = new Model(_x, _y);
        var part = new Model(model.GetLayer("second").Input, model.GetLayer("second").Output);
        Assert.Equal([1, 2], part.Apply(Ops.Ones([1, 3])).Shape);
    }

    [Fact]
    public void A_shared_layer_is_one_layer_with_its_weights_once()
    {
        var (a, b) = (Keras.Input([3]), Keras.Input([3]));
        var shared = new Dense(2, name: "shared");
        var model = new Model([a, b], shared.Apply(a) + shared.Apply(b));
        Assert.Single(model.Layers, layer => layer.Name == "shared");
        Assert.Equal(8, model.CountParams());
        Assert.Equal(2, shared.InboundNodes.Count);
    }

    [Fact]
    public void A_model_inside_another_is_one_layer_whose_input_is_not_the_outer_ones()
    {
        var inner = new Model(_x, _y, name: "inner");
        var x = Keras.Input([4], name: "outer_x");
        var outer = new Model(x, inner.Apply(x));
        Assert.Equal(["outer_x", "inner"], outer.Layers.Select(layer => layer.Name));
        Assert.Equal("Functional", outer.Layers[1].ClassName);
    }

    [Fact]
    public void A_model_may_be_applied_to_its_own_input()
    {
        var inner = new Model(_x, _y, name: "inner");
        var outer = new Model(_x, inner.Apply(_x));
        Assert.Equal(["x", "inner"], outer.Layers.Select(layer => layer.Name));
        Assert.Equal([1, 2], outer.Apply(Ops.Ones([1, 4])).Shape);
    }
}
