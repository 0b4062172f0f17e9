using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class LayerNormalizationTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new LayerNormalization(), [4, 3, 2]);

    [Fact]
    public void It_keeps_the_contract_over_several_axes() =>
        LayerContract.Check(new LayerNormalization(axis: [1, 2]), [4, 3, 2]);

    [Fact]
    public void Each_sample_is_normalized()
    {
        var y = new LayerNormalization(epsilon: 0).Apply(new float[,] { { 1, 3 }, { 10, 30 } });
        Assert.Equal([-1f, 1, -1, 1], y.ToArray<float>().Select(value => MathF.Round(value, 5)));
    }

    [Fact]
    public void An_axis_that_is_not_there_is_refused() =>
        Assert.Throws<ShapeException>(() => new LayerNormalization(axis: 5).Apply(Ops.Ones([2, 3])));
}
