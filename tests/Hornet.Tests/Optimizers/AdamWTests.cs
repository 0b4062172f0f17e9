using Hornet.Optimizers;
using Hornet.Serialization;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="AdamW"/>, computed by its formula in float64.</summary>
public sealed class AdamWTests
{
    [Fact]
    public void The_decay_does_not_go_through_the_means() =>
        Steps.AreNear([0.5721264f], Steps.Run(new AdamW(0.1, weightDecay: 0.5), [1], [0.5f], steps: 3));

    [Fact]
    public void It_is_not_made_without_a_decay()
    {
        var config = new AdamW().GetConfig();
        config["weight_decay"] = null;

        Assert.Throws<KerasSerializationException>(() => KerasRegistry.FromConfig<AdamW>(config));
    }
}
