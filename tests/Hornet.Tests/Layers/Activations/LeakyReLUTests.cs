using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class LeakyReLUTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new LeakyReLU(), [2, 3]);

    [Fact]
    public void Below_zero_there_is_a_slope() =>
        Assert.Equal([-0.5f, 2], new LeakyReLU(0.5).Apply(new float[] { -1, 2 }).ToArray<float>());

    [Fact]
    public void A_negative_slope_is_refused() => Assert.Throws<ArgumentException>(() => new LeakyReLU(-1));
}
