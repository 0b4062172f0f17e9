using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ReshapeSamplesTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.ReshapeSamples(t[0], [-1]), [2, 3, 2]);

    [Fact]
    public void A_batch_of_unknown_size_may_have_an_open_axis_too() =>
        Assert.Equal(Shape.Create([null, null]), Ops.ReshapeSamples(Keras.Input([null, 3]), [-1]).Shape);

    [Fact]
    public void Says_what_does_not_fill_a_shape()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.ReshapeSamples(Ops.Ones([2, 3]), [2, -1]));

        Assert.Contains("that the 3 elements of a sample fill", e.Message, StringComparison.Ordinal);
    }
}
