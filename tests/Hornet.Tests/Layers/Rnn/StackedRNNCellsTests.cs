using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class StackedRNNCellsTests
{
    [Fact]
    public void It_keeps_the_contract()
    {
        var states = new Dictionary<string, Nested<Tensor>>
        {
            ["states"] = Nested.List<Tensor>(
                [Nested.List<Tensor>([Ops.Ones([2, 3]), Ops.Ones([2, 3])]), Ops.Ones([2, 4])]),
        };
        LayerContract.Check(
            new StackedRNNCells([new LSTMCell(3), new GRUCell(4)]), new CallArguments(RNNTests.Values([2, 5]), states));
    }

    [Fact]
    public void Each_cell_takes_the_output_of_the_one_before()
    {
        var (first, second) = (new SimpleRNNCell(3), new SimpleRNNCell(2));
        var x = RNNTests.Values([2, 4]);
        Tensor[] states = [Ops.Ones([2, 3]), Ops.Ones([2, 2])];

        var result = new StackedRNNCells([first, second]).ApplyMany(x, states);

        var middle = first.ApplyMany(x, (Nested<Tensor>)states[0]);
        var last = second.ApplyMany(middle[0], (Nested<Tensor>)states[1]);
        RNNTests.AssertNear(last[0].Value, result[0].Value);
        RNNTests.AssertNear(middle[1].Value, result[1][0].Value);
        Assert.Equal("[3, 2]", new StackedRNNCells([first, second]).StateSize.ToString());
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => new StackedRNNCells([]));
        Assert.Throws<ArgumentException>(() => new StackedRNNCells([new Hornet.Layers.Dense(2)]));
        Assert.Contains("the states of 1 cells", Assert.Throws<ArgumentException>(
            () => new StackedRNNCells([new GRUCell(2)]).Apply(Ops.Ones([1, 2]))).Message, StringComparison.Ordinal);
    }
}
