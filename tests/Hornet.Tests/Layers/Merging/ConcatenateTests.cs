using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ConcatenateTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Concatenate(), [2, 3], [2, 4]);

    [Fact]
    public void It_joins_along_the_axis() => Assert.Equal(
        Shape.Create([2, 7]), new Concatenate().Apply([Ops.Ones([2, 3]), Ops.Ones([2, 4])]).Shape);

    [Fact]
    public void Shapes_that_differ_elsewhere_are_refused() => Assert.Throws<ArgumentException>(() =>
        new Concatenate().Apply([Ops.Ones([2, 3]), Ops.Ones([3, 3])]));
}
