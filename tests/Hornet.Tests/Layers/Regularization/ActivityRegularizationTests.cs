using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ActivityRegularizationTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new ActivityRegularization(l1: 0.1), [2, 3]);

    [Fact]
    public void The_penalty_is_a_loss()
    {
        var layer = new ActivityRegularization(l2: 0.5);
        _ = layer.Apply(new float[,] { { 2 } });
        Assert.Equal(2f, layer.Losses[0].Item<float>());
    }

    [Fact]
    public void A_negative_factor_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => new ActivityRegularization(l1: -1));
}
