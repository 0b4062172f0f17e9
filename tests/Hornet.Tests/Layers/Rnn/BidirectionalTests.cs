using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class BidirectionalTests
{
    [Theory]
    [InlineData("concat")]
    [InlineData("sum")]
    [InlineData("mul")]
    [InlineData("ave")]
    [InlineData(null)]
    public void It_keeps_the_contract(string? mode) => LayerContract.Check(
        new Bidirectional(new LSTM(3, returnSequences: true, returnState: true), mode), [2, 4, 2]);

    [Fact]
    public void The_other_direction_begins_at_the_end()
    {
        var x = RNNTests.Values([2, 4, 3]);
        var layer = new Bidirectional(new GRU(2, returnSequences: true), mergeMode: null);

        var both = layer.ApplyMany(x);

        var alone = new GRU(2, returnSequences: true);
        alone.BuildFor(x.Shape);
        alone.SetWeights(layer.BackwardLayer.GetWeights());
        RNNTests.AssertNear(Ops.Flip(alone.Apply(Ops.Flip(x, axis: 1)), axis: 1), both[1].Value);
        Assert.Equal(("forward_gru", "backward_gru"), (
            layer.ForwardLayer.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_'),
            layer.BackwardLayer.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_')));
        Assert.True(layer.BackwardLayer.GoBackwards);
    }

    [Fact]
    public void States_are_those_of_each_direction()
    {
        var x = RNNTests.Values([2, 4, 3]);
        var layer = new Bidirectional(new LSTM(2, returnState: true));
        Tensor[] states = [Ops.Ones([2, 2]), Ops.Zeros([2, 2]), Ops.Zeros([2, 2]), Ops.Ones([2, 2])];

        var result = layer.ApplyMany(x, initialState: states);

        Assert.Equal(5, result.Count);
        var forward = layer.ForwardLayer.ApplyMany(x, initialState: states[..2]);
        RNNTests.AssertNear(forward[2].Value, result[2].Value);
        RNNTests.AssertNear(forward[0].Value, result[0].Value[.., ..2]);
    }

    [Fact]
    public void Weights_given_are_its_first()
    {
        var first = new Bidirectional(new SimpleRNN(2));
        first.BuildFor(Shape.Create([null, 4, 3]));
        var second = new Bidirectional(new SimpleRNN(2), weights: first.GetWeights());

        var x = RNNTests.Values([2, 4, 3]);
        RNNTests.AssertNear(first.Apply(x), second.Apply(x));
    }

    [Fact]
    public void States_are_kept_and_set_back()
    {
        var layer = new Bidirectional(new GRU(2, stateful: true));
        var x = RNNTests.Values([1, 4, 3]);
        var first = layer.Apply(x).ToArray<float>();

        Assert.NotEqual(first, layer.Apply(x).ToArray<float>());
        Assert.Equal(2, layer.States!.Count);
        layer.ResetState();
        Assert.Equal(first, layer.Apply(x).ToArray<float>());
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => new Bidirectional(new GRU(2), mergeMode: "nope"));
        Assert.Contains("both directions", Assert.Throws<ArgumentException>(
            () => new Bidirectional(new GRU(2), backwardLayer: new GRU(2))).Message, StringComparison.Ordinal);
        Assert.Contains("agree in stateful", Assert.Throws<ArgumentException>(() => new Bidirectional(
            new GRU(2), backwardLayer: new GRU(2, goBackwards: true, returnState: true))).Message,
            StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new Bidirectional(new GRU(2)).ResetState());
    }
}
