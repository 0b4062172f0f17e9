using Hornet.Regularizers;

namespace Hornet.Tests;

/// <summary>What <see cref="L2"/> gives.</summary>
public sealed class L2Tests
{
    [Fact]
    public void Squares_are_penalized()
    {
        var y = new L2(0.5).Apply(new float[] { 1, -3 });

        Steps.AreNear([5], y.ToArray<float>());
    }

    [Fact]
    public void It_is_found_by_its_name()
    {
        Regularizer found = "l2";

        Assert.IsType<L2>(found);
    }

    [Fact]
    public void A_factor_is_not_negative_and_is_finite()
    {
        Assert.Throws<ArgumentException>(() => new L2(-1));
        Assert.Throws<ArgumentException>(() => new L2(double.NaN));
    }
}
