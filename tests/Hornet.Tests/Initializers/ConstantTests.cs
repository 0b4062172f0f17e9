using Hornet.Initializers;

namespace Hornet.Tests;

public sealed class ConstantTests
{
    [Fact]
    public void Keeps_the_number_as_it_was_given()
    {
        Assert.Equal("""{"value":0.1}""", new Constant(0.1).GetConfig().ToJsonString());
        Assert.Equal("""{"value":-2}""", new Constant(-2).GetConfig().ToJsonString());
        Assert.Equal("""{"value":true}""", new Constant(true).GetConfig().ToJsonString());
        Assert.Equal([0.1, 0.1], new Constant(0.1).Apply([2], DType.Float64).ToArray<double>());
    }

    [Fact]
    public void Refuses_what_is_not_one_number_and_what_a_dtype_cannot_hold()
    {
        Assert.Throws<ArgumentException>(() => new Constant(new[] { 1, 2 }));
        Assert.Throws<ArgumentException>(() => new Constant(300).Apply([2], DType.UInt8));
        Assert.Throws<ArgumentException>(() => new Constant(-1).Apply([2], DType.UInt8));
        Assert.Equal([255], new Constant(255).Apply([1], DType.UInt8).ToArray<byte>());
    }
}
