using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SimpleRNNTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_keeps_the_contract(bool sequences) =>
        LayerContract.Check(new SimpleRNN(3, returnSequences: sequences), [2, 4, 2]);

    [Fact]
    public void What_it_gave_is_added_to_what_comes()
    {
        var layer = new SimpleRNN(
            1, activation: "linear", kernelInitializer: "ones", recurrentInitializer: "ones", returnSequences: true);
        Assert.Equal([1f, 2, 3], layer.Apply(Ops.Ones([1, 3, 1])).ToArray<float>());
    }

    [Fact]
    public void No_unit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SimpleRNN(0));
}
