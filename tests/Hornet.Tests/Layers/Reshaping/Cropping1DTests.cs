using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class Cropping1DTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Cropping1D((1, 0)), [2, 4, 2]);

    [Fact]
    public void Each_side_has_its_own() => Assert.Equal(
        Shape.Create([2, 3, 2]), new Cropping1D((1, 0)).Apply(Ops.Ones([2, 4, 2])).Shape);

    [Fact]
    public void A_negative_size_is_refused() => Assert.ThrowsAny<ArgumentException>(() => new Cropping1D(-1));
}
