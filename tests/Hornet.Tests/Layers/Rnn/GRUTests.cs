using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class GRUTests
{
    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, true)]
    public void It_keeps_the_contract(bool resetAfter, bool sequences, bool backwards) => LayerContract.Check(
        new GRU(3, resetAfter: resetAfter, returnSequences: sequences, goBackwards: backwards), [2, 4, 2]);

    [Fact]
    public void An_unknown_number_of_steps_has_a_shape()
    {
        var y = new GRU(3, returnSequences: true).Apply(Keras.Input([null, 2]));
        Assert.Equal(Shape.Create([null, null, 3]), y.Shape);
    }

    [Fact]
    public void A_step_that_does_not_count_leaves_the_state()
    {
        var layer = new GRU(2, returnSequences: true);
        Tensor mask = new[,] { { true, false } };
        var y = layer.Apply(Ops.Ones([1, 2, 3]), mask: mask).ToArray<float>();
        Assert.Equal(y[..2], y[2..]);
    }

    [Fact]
    public void No_unit_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new GRU(0));
}
