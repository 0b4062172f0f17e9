using Hornet.Regularizers;

namespace Hornet.Tests;

/// <summary>What <see cref="OrthogonalRegularizer"/> gives.</summary>
public sealed class OrthogonalRegularizerTests
{
    [Fact]
    public void The_mean_cosine_between_rows_is_penalized()
    {
        var y = new OrthogonalRegularizer(0.5).Apply(new float[,] { { 1, 0 }, { 3, 3 }, { 0, 2 } });

        Steps.AreNear([0.2357023f], y.ToArray<float>());
    }

    [Fact]
    public void Columns_can_be_meant_and_nothing_else()
    {
        var matrix = new float[,] { { 1, 0 }, { 0, 2 } };

        Assert.Equal(0, new OrthogonalRegularizer(mode: "columns").Apply(matrix).Item<float>());
        Assert.Throws<ArgumentException>(() => new OrthogonalRegularizer(mode: "diagonals"));
        Assert.Throws<ShapeException>(() => new OrthogonalRegularizer().Apply(new float[3]));
    }
}
