using Hornet.Optimizers;

namespace Hornet.Tests;

/// <summary>The steps of <see cref="Ftrl"/>, computed by its formula in float64.</summary>
public sealed class FtrlTests
{
    [Fact]
    public void All_penalties_count()
    {
        var optimizer = new Ftrl(
            0.1, l1RegularizationStrength: 0.01, l2RegularizationStrength: 0.02,
            l2ShrinkageRegularizationStrength: 0.03, beta: 0.04);

        Steps.AreNear([0.2264771f], Steps.Run(optimizer, [1], [0.5f], steps: 3));
    }

    [Fact]
    public void Strengths_are_not_negative()
    {
        Assert.Throws<ArgumentException>(() => new Ftrl(l1RegularizationStrength: -1));
        Assert.Throws<ArgumentException>(() => new Ftrl(learningRatePower: 1));
    }
}
