using Hornet.Regularizers;

namespace Hornet.Tests;

/// <summary>What <see cref="L1L2"/> gives.</summary>
public sealed class L1L2Tests
{
    [Fact]
    public void Both_are_penalized()
    {
        var y = new L1L2(0.5, 0.25).Apply(new float[] { 1, -3 });

        Steps.AreNear([4.5f], y.ToArray<float>());
    }

    [Fact]
    public void It_is_found_by_its_name()
    {
        Regularizer found = "l1l2";

        Assert.IsType<L1L2>(found);
    }

    [Fact]
    public void Without_factors_there_is_no_penalty() =>
        Assert.Equal(0, new L1L2().Apply(new float[] { 1, -3 }).Item<float>());
}
