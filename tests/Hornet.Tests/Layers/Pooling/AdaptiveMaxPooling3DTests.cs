using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class AdaptiveMaxPooling3DTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new AdaptiveMaxPooling3D(2), [2, 4, 4, 4, 2]);

    [Fact]
    public void It_has_as_many_windows_as_asked_for() => Assert.Equal(
        Shape.Create([2, 2, 2, 2, 2]), new AdaptiveMaxPooling3D(2).Apply(Ops.Ones([2, 4, 4, 4, 2])).Shape);

    [Fact]
    public void No_window_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => new AdaptiveMaxPooling3D(0));
}
