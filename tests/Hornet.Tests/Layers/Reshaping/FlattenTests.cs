using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class FlattenTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Flatten(), [2, 3, 4]);

    [Fact]
    public void Channels_that_come_first_go_last()
    {
        var y = new Flatten("channels_first").Apply(new float[,,] { { { 1, 2 }, { 3, 4 } } });
        Assert.Equal([1f, 3, 2, 4], y.ToArray<float>());
    }

    [Fact]
    public void Another_data_format_is_refused() => Assert.Throws<ArgumentException>(() => new Flatten("nope"));
}
