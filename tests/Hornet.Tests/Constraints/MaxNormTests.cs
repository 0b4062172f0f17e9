using Hornet.Constraints;

namespace Hornet.Tests;

/// <summary>What <see cref="MaxNorm"/> gives.</summary>
public sealed class MaxNormTests
{
    [Fact]
    public void Only_long_columns_are_shortened()
    {
        var y = new MaxNorm(2.5).Apply(new float[,] { { 3, 0 }, { 4, 2 } });

        Steps.AreNear([1.5f, 0, 2, 2], y.ToArray<float>());
    }

    [Fact]
    public void It_is_found_by_its_name()
    {
        Constraint found = "max_norm";

        Assert.IsType<MaxNorm>(found);
    }
}
