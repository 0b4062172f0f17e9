namespace Hornet.Tests;

public class XlaExpTests
{
    [Fact]
    public void Is_an_exponential_to_float32_precision()
    {
        for (var x = -87f; x < 88; x += 0.173f)
        {
            Assert.Equal(Math.Exp(x), XlaExp.Exp(x), 3e-7 * Math.Exp(x));
        }
    }

    [Fact]
    public void Is_0_below_the_smallest_normal_number() => Assert.Equal(0, XlaExp.Exp(-100));

    [Fact]
    public void Is_1_at_0() => Assert.Equal(1, XlaExp.Exp(0));
}
