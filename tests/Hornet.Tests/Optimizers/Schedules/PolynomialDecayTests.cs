using Hornet.Optimizers.Schedules;

namespace Hornet.Tests;

/// <summary>The rates of <see cref="PolynomialDecay"/>.</summary>
public sealed class PolynomialDecayTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 0.625)]
    [InlineData(10, 0.5)]
    [InlineData(15, 0.53125)]
    public void The_rate_follows_the_formula(int step, double rate) =>
        Assert.Equal(rate, new PolynomialDecay(1, 10, 0.5, 2, cycle: true).Apply(step).Item<float>(), 1e-6);

    [Fact]
    public void There_must_be_a_step_to_decay_over() =>
        Assert.Throws<ArgumentException>(() => new PolynomialDecay(0.5, -1));
}
