using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ZeroPadding3DTests
{
    [Fact]
    public void It_keeps_the_contract() =>
        LayerContract.Check(new ZeroPadding3D(((1, 0), (0, 2), (1, 1))), [2, 4, 4, 4, 2]);

    [Fact]
    public void Each_side_has_its_own() => Assert.Equal(
        Shape.Create([2, 5, 6, 6, 2]),
        new ZeroPadding3D(((1, 0), (0, 2), (1, 1))).Apply(Ops.Ones([2, 4, 4, 4, 2])).Shape);

    [Fact]
    public void A_negative_size_is_refused() => Assert.ThrowsAny<ArgumentException>(() => new ZeroPadding3D(-1));
}
