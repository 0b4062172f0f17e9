using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class IdentityLayerTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Identity(), [2, 3]);

    [Fact]
    public void It_gives_what_it_gets() =>
        Assert.Equal([1f, 2], new Identity().Apply(new float[] { 1, 2 }).ToArray<float>());
}
