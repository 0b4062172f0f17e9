using Hornet.Layers;

namespace Hornet.Tests;

public sealed class SimpleRNNCellTests
{
    [Fact]
    public void The_input_and_the_state_are_added()
    {
        var cell = new SimpleRNNCell(1, "linear", kernelInitializer: "ones", recurrentInitializer: "ones");
        Assert.Equal(3f, cell.ApplyMany(Ops.Ones([1, 1]), states: [Ops.Full([1, 1], 2)])[0].Value.Item<float>());
    }

    [Fact]
    public void A_missing_state_is_refused() =>
        Assert.Throws<ArgumentException>(() => new SimpleRNNCell(4).Apply(new float[2, 3]));
}
