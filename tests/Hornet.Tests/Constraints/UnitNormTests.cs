using Hornet.Constraints;

namespace Hornet.Tests;

/// <summary>What <see cref="UnitNorm"/> gives.</summary>
public sealed class UnitNormTests
{
    [Fact]
    public void Each_column_gets_norm_1()
    {
        var y = new UnitNorm().Apply(new float[,] { { 3, 0 }, { 4, 2 } });

        Steps.AreNear([0.6f, 0, 0.8f, 1], y.ToArray<float>());
    }

    [Fact]
    public void It_is_found_by_its_name()
    {
        Constraint found = "unit_norm";

        Assert.IsType<UnitNorm>(found);
    }
}
