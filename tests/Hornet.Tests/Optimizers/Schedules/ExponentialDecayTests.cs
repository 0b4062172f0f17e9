using Hornet.Optimizers.Schedules;

namespace Hornet.Tests;

/// <summary>The rates of <see cref="ExponentialDecay"/>.</summary>
public sealed class ExponentialDecayTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(9, 0.5)]
    [InlineData(10, 0.125)]
    [InlineData(25, 0.03125)]
    public void The_rate_follows_the_formula(int step, double rate) =>
        Assert.Equal(rate, new ExponentialDecay(0.5, 10, 0.25, staircase: true).Apply(step).Item<float>(), 1e-6);

    [Fact]
    public void There_must_be_a_step_to_decay_over() =>
        Assert.Throws<ArgumentException>(() => new ExponentialDecay(0.5, 0, 0.25));
}
