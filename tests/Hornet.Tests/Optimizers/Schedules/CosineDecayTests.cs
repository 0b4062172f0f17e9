using Hornet.Optimizers.Schedules;

namespace Hornet.Tests;

/// <summary>The rates of <see cref="CosineDecay"/>.</summary>
public sealed class CosineDecayTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 0.5)]
    [InlineData(4, 1)]
    [InlineData(9, 0.75)]
    [InlineData(14, 0.5)]
    [InlineData(20, 0.5)]
    public void The_rate_follows_the_formula(int step, double rate) =>
        Assert.Equal(rate, new CosineDecay(0, 10, 0.5, warmupTarget: 1, warmupSteps: 4).Apply(step).Item<float>(),
            1e-6);

    [Fact]
    public void There_must_be_a_step_to_decay_over() =>
        Assert.Throws<ArgumentException>(() => new CosineDecay(0.5, 0));
}
