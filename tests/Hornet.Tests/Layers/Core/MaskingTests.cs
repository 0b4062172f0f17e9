using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class MaskingTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Masking(), [2, 3, 4]);

    [Fact]
    public void A_step_of_the_value_does_not_count()
    {
        var y = new Masking(7).Apply(new float[,,] { { { 7, 7 }, { 7, 1 } } });
        Assert.Equal([0f, 0, 7, 1], y.ToArray<float>());
        Assert.Equal([false, true], y.KerasMask!.ToArray<bool>());
    }
}
