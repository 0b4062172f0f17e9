using Hornet.Optimizers.Schedules;

namespace Hornet.Tests;

/// <summary>The rates of <see cref="CosineDecayRestarts"/>.</summary>
public sealed class CosineDecayRestartsTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 0.5)]
    [InlineData(4, 0.5)]
    [InlineData(8, 0.25)]
    [InlineData(12, 0.25)]
    public void The_rate_follows_the_formula(int step, double rate) =>
        Assert.Equal(rate, new CosineDecayRestarts(1, 4, tMul: 2, mMul: 0.5).Apply(step).Item<float>(), 1e-6);

    [Fact]
    public void There_must_be_a_step_to_decay_over() =>
        Assert.Throws<ArgumentException>(() => new CosineDecayRestarts(0.5, 0));

    [Fact]
    public void Falls_can_have_one_length() =>
        Assert.Equal(0.5, new CosineDecayRestarts(1, 4, tMul: 1).Apply(6).Item<float>(), 1e-6);
}
