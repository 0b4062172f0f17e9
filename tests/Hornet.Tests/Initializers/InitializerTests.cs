using Hornet.Initializers;
using Hornet.Serialization;

namespace Hornet.Tests;

public sealed class InitializerTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        var seeds = new SeedGenerator(3, "seeds");
        Initializer initializer = new VarianceScaling(2.5, "fan_out", "uniform", seeds, [0], [1]);
        var again = KerasRegistry.Deserialize<Initializer>(KerasRegistry.SerializeObject(initializer))!;

        Assert.Equal(initializer.GetConfig().ToJsonString(), again.GetConfig().ToJsonString());
        Assert.Equal(initializer.Apply([4, 3]).ToArray<float>(), again.Apply([4, 3]).ToArray<float>());
    }
}
