using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class RMSNormalizationTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new RMSNormalization(), [2, 3]);

    [Fact]
    public void The_mean_square_becomes_1()
    {
        var y = new RMSNormalization().Apply(new float[,] { { -3, 3 } });
        Assert.Equal([-1f, 1], y.ToArray<float>().Select(v => MathF.Round(v, 4)));
    }

    [Fact]
    public void An_axis_that_is_not_there_is_refused() =>
        Assert.ThrowsAny<ArgumentException>(() => new RMSNormalization(4).Apply(Ops.Ones([2, 3])));
}
