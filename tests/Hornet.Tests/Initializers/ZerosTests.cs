using Hornet.Initializers;

namespace Hornet.Tests;

public sealed class ZerosTests
{
    [Fact]
    public void Are_of_the_dtype_asked_for() =>
        Assert.Equal([0, 0], new Zeros().Apply([2], DType.Int32).ToArray<int>());
}
