using Hornet.Constraints;

namespace Hornet.Tests;

/// <summary>What <see cref="NonNeg"/> gives.</summary>
public sealed class NonNegTests
{
    [Fact]
    public void What_is_negative_becomes_0()
    {
        var y = new NonNeg().Apply(new float[] { 1, -3 });

        Steps.AreNear([1, 0], y.ToArray<float>());
    }

    [Fact]
    public void It_is_found_by_its_name()
    {
        Constraint found = "non_neg";

        Assert.IsType<NonNeg>(found);
    }
}
