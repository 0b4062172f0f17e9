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
}
