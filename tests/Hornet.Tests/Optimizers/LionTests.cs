using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="Lion"/>, computed by its formula in float64.</summary>
public sealed class LionTests
{
    [Fact]
    public void Steps_have_one_length() =>
        Steps.AreNear([0.7000000f], Steps.Run(new Lion(0.1), [1], [0.5f], steps: 3));

    [Fact]
    public void The_mean_must_count() => Assert.Throws<ArgumentException>(() => new Lion(beta1: 0));
}
