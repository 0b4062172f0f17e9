using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class PReLUTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new PReLU(sharedAxes: [1]), [2, 3, 4]);

    [Fact]
    public void Below_zero_the_slope_is_learnt() => Assert.Equal(
        [-1f, 2], new PReLU("ones").Apply(new float[,] { { -1, 2 } }).ToArray<float>());

    [Fact]
    public void The_batch_axis_is_not_shared() =>
        Assert.Throws<ArgumentException>(() => new PReLU(sharedAxes: [0]).Apply(Ops.Ones([2, 3])));
}
