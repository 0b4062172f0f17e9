using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ReLUTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new ReLU(6, 0.1, 0.2), [2, 3]);

    [Fact]
    public void The_parts_are_bounded_and_sloped() => Assert.Equal(
        [-1f, 0, 0, 3],
        new ReLU(maxValue: 3, negativeSlope: 0.5, threshold: 1).Apply(new float[] { -1, 1, 1, 5 }).ToArray<float>());

    [Fact]
    public void A_negative_bound_is_refused() => Assert.Contains(
        "max_value=-1",
        Assert.Throws<ArgumentException>(() => new ReLU(-1)).Message,
        StringComparison.Ordinal);
}
