using Hornet.Initializers;

namespace Hornet.Tests;

public sealed class IdentityTests
{
    [Fact]
    public void Takes_matrices_that_are_not_square()
    {
        Assert.Equal([2, 0, 0, 0, 2, 0], new Identity(2).Apply([2, 3]).ToArray<float>());
        Assert.Throws<ShapeException>(() => new Identity().Apply([2, 3, 4]));
    }
}
