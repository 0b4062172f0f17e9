using Hornet.Regularizers;

namespace Hornet.Tests;

/// <summary>What <see cref="L1"/> gives.</summary>
public sealed class L1Tests
{
    [Fact]
    public void Absolute_values_are_penalized()
    {
        var y = new L1(0.5).Apply(new float[] { 1, -3 });

        Steps.AreNear([2], y.ToArray<float>());
    }

    [Fact]
    public void It_is_found_by_its_name()
    {
        Regularizer found = "l1";

        Assert.IsType<L1>(found);
    }

    [Fact]
    public void A_factor_is_not_negative_and_is_finite()
    {
        Assert.Throws<ArgumentException>(() => new L1(-1));
        Assert.Throws<ArgumentException>(() => new L1(double.NaN));
    }
}
