using Hornet.Initializers;

namespace Hornet.Tests;

public sealed class OrthogonalTests
{
    [Theory]
    [InlineData(4, 4)]
    [InlineData(5, 3)]
    [InlineData(3, 5)]
    public void Its_shorter_side_is_orthonormal(int rows, int columns)
    {
        var q = new Orthogonal(seed: 5).Apply([rows, columns]);
        var product = rows < columns ? Ops.Matmul(q, Ops.Transpose(q)) : Ops.Matmul(Ops.Transpose(q), q);
        var difference = product - Ops.Eye(Math.Min(rows, columns));

        Assert.All(difference.ToArray<float>(), x => Assert.Equal(0, x, 1e-5));
    }
}
