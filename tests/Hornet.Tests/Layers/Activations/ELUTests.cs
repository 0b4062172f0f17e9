using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ELUTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new ELU(0.5), [2, 3]);

    [Fact]
    public void Below_zero_it_goes_to_minus_alpha()
    {
        var y = new ELU(2).Apply(new float[] { -100, 0, 3 });
        Assert.Equal([-2f, 0, 3], y.ToArray<float>());
    }
}
