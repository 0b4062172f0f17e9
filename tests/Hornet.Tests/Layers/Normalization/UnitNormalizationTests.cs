using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class UnitNormalizationTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new UnitNormalization(), [2, 3]);

    [Fact]
    public void The_norm_becomes_1() =>
        Assert.Equal([0.6f, 0.8f], new UnitNormalization().Apply(new float[,] { { 3, 4 } }).ToArray<float>());

    [Fact]
    public void An_axis_that_is_not_there_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => new UnitNormalization(4).Apply(Ops.Ones([2, 3])));
}
