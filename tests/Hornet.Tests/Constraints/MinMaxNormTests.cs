using Hornet.Constraints;

namespace Hornet.Tests;

/// <summary>What <see cref="MinMaxNorm"/> gives.</summary>
public sealed class MinMaxNormTests
{
    [Fact]
    public void Norms_go_part_of_the_way_to_the_bounds()
    {
        var y = new MinMaxNorm(1, 2, 0.5, [0]).Apply(new float[,] { { 3, 0 }, { 4, 0.5f } });

        Steps.AreNear([2.1f, 0, 2.8f, 0.75f], y.ToArray<float>());
    }

    [Fact]
    public void It_is_found_by_its_name()
    {
        Constraint found = "min_max_norm";

        Assert.IsType<MinMaxNorm>(found);
    }
}
