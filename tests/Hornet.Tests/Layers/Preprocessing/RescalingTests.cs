using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class RescalingTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Rescaling(2, 1), [2, 3]);

    [Fact]
    public void Numbers_are_scaled_and_moved() =>
        Assert.Equal([3f, 5], new Rescaling(2, 1).Apply(new float[] { 1, 2 }).ToArray<float>());

    [Fact]
    public void Each_channel_may_have_a_number_of_its_own()
    {
        LayerContract.Check(new Rescaling(new[] { 1.0, 2, 3 }, new[] { 0.5, 0, -0.5 }), [2, 3]);

        Assert.Equal([1.5f, 2], new Rescaling(new[] { 1.0, 2 }, 0.5).Apply(new float[,] { { 1, 0.75f } }).ToArray<float>());
    }
}
