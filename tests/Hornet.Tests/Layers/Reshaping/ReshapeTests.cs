using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ReshapeTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Reshape([2, -1]), [2, 6]);

    [Fact]
    public void An_open_axis_takes_what_is_left() =>
        Assert.Equal(Shape.Create([2, 2, 3]), new Reshape([2, -1]).Apply(Ops.Ones([2, 6])).Shape);

    [Fact]
    public void Two_open_axes_are_refused() => Assert.Throws<ArgumentException>(() => new Reshape([-1, -1]));
}
