using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ZeroPadding1DTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new ZeroPadding1D((1, 0)), [2, 4, 2]);

    [Fact]
    public void Each_side_has_its_own() => Assert.Equal(
        Shape.Create([2, 5, 2]), new ZeroPadding1D((1, 0)).Apply(Ops.Ones([2, 4, 2])).Shape);

    [Fact]
    public void A_negative_size_is_refused() => Assert.ThrowsAny<ArgumentException>(() => new ZeroPadding1D(-1));
}
