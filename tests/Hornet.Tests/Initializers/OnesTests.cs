using Hornet.Initializers;

namespace Hornet.Tests;

public sealed class OnesTests
{
    [Fact]
    public void Are_of_the_dtype_asked_for() =>
        Assert.Equal([true, true], new Ones().Apply([2], DType.Bool).ToArray<bool>());
}
