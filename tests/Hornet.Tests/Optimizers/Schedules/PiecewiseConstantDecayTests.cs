using Hornet.Optimizers.Schedules;

namespace Hornet.Tests;

/// <summary>The rates of <see cref="PiecewiseConstantDecay"/>.</summary>
public sealed class PiecewiseConstantDecayTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 0.5)]
    [InlineData(5, 0.5)]
    [InlineData(6, 0.25)]
    public void The_rate_follows_the_formula(int step, double rate) =>
        Assert.Equal(rate, new PiecewiseConstantDecay([2, 5], [1, 0.5, 0.25]).Apply(step).Item<float>(), 1e-6);

    [Fact]
    public void There_is_one_value_more_than_boundaries() =>
        Assert.Throws<ArgumentException>(() => new PiecewiseConstantDecay([1, 2], [1]));
}
