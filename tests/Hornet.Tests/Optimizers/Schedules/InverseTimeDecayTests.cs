using Hornet.Optimizers.Schedules;

namespace Hornet.Tests;

/// <summary>The rates of <see cref="InverseTimeDecay"/>.</summary>
public sealed class InverseTimeDecayTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(5, 0.25)]
    [InlineData(10, 0.16666667)]
    public void The_rate_follows_the_formula(int step, double rate) =>
        Assert.Equal(rate, new InverseTimeDecay(0.5, 10, 2).Apply(step).Item<float>(), 1e-6);

    [Fact]
    public void There_must_be_a_step_to_decay_over() =>
        Assert.Throws<ArgumentException>(() => new InverseTimeDecay(0.5, 0, 0.25));
}
