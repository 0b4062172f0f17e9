using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class UpSampling2DTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new UpSampling2D(2), [2, 2, 2, 2]);

    [Fact]
    public void Each_place_comes_twice() => Assert.Equal(
        Shape.Create([2, 4, 4, 2]), new UpSampling2D(2).Apply(Ops.Ones([2, 2, 2, 2])).Shape);

    [Fact]
    public void No_size_is_refused() => Assert.ThrowsAny<ArgumentException>(() => new UpSampling2D(0));
}
