using Hornet.Layers;

namespace Hornet.Tests;

/// <summary>What calls leave in a graph.</summary>
public sealed class NodeFactsTests
{
    [Fact]
    public void A_symbolic_call_adds_a_node_and_an_eager_one_does_not()
    {
        var x = Keras.Input([3]);
        var layer = new Dense(2);
        layer.Apply(x);
        layer.Apply(Ops.Ones([2, 3]));

        Assert.Single(layer.InboundNodes);
        Assert.Same(layer.InboundNodes[0], Assert.Single(x.History!.Value.Operation.OutboundNodes));
        Assert.False(layer.InboundNodes[0].IsInput);
    }

    [Fact]
    public void Input_and_output_are_those_of_the_first_call()
    {
        var (x, y) = (Keras.Input([3]), Keras.Input([3]));
        var layer = new Dense(2);
        var first = layer.Apply(x);
        layer.Apply(y);

        Assert.Same(x, layer.Input.Value);
        Assert.Same(first, layer.Output);
        Assert.Equal(2, layer.InboundNodes.Count);
    }

    [Fact]
    public void A_layer_that_was_never_called_has_neither_input_nor_output()
    {
        var layer = new Dense(2, name: "d");
        Assert.StartsWith(
            "The layer d has never been called and thus has no defined output",
            Refusal.Of(() => layer.Output), StringComparison.Ordinal);
        Assert.StartsWith(
            "The layer d has never been called and thus has no defined input",
            Refusal.Of(() => layer.Input), StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_that_gives_no_tensor_is_refused_by_name() => Assert.Equal(
        "All operation outputs must be tensors. The Call of GivesNothing 'nothing' returned null.",
        Refusal.Of(() => new GivesNothing().Apply(Keras.Input([3]))));

    [Fact]
    public void Two_models_share_an_input_and_its_layer()
    {
        var x = Keras.Input([3]);
        var (a, b) = (new Model(x, new Dense(1).Apply(x)), new Model(x, new Dense(2).Apply(x)));

        Assert.Same(a.Layers[0], b.Layers[0]);
        Assert.Equal(2, a.Layers[0].OutboundNodes.Count);
    }

    private sealed class GivesNothing() : Layer("nothing")
    {
        protected override Tensor Call(Tensor x, CallContext context) => null!;
    }
}
