using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class GroupNormalizationTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new GroupNormalization(groups: 2), [2, 3, 4]);

    [Fact]
    public void A_group_has_mean_0()
    {
        var y = new GroupNormalization(groups: 2, epsilon: 0).Apply(new float[,] { { 1, 3, 10, 30 } });
        Assert.Equal([-1f, 1, -1, 1], y.ToArray<float>().Select(v => MathF.Round(v, 4)));
    }

    [Fact]
    public void Groups_that_do_not_divide_the_channels_are_refused() =>
        Assert.Throws<ArgumentException>(() => new GroupNormalization(groups: 3).Apply(Ops.Ones([2, 4])));
}
