namespace Hornet.Tests;

public class XlaLogTests
{
    [Theory]
    [InlineData(0, float.NegativeInfinity)]
    [InlineData(-1, float.NaN)]
    [InlineData(1, 0)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, float.NaN)]
    [InlineData(float.NaN, float.NaN)]
    public void Has_the_usual_values_at_the_ends(float x, float expected) => Assert.Equal(expected, XlaLog.Log(x));

    [Fact]
    public void Is_a_logarithm_to_float32_precision()
    {
        for (var x = 1.2e-38; x < 1e38; x *= 1.0371)
        {
            var expected = Math.Log((float)x);
            Assert.Equal(expected, XlaLog.Log((float)x), 2e-7 * Math.Max(0.1, Math.Abs(expected)));
        }
    }

    [Theory]
    [InlineData(1e-20f, 1e-20)]
    [InlineData(-3e-5f, -3.000045000900020e-5)]
    [InlineData(0.3f, 0.2623642736)]
    [InlineData(-0.41f, -0.5276327410)]
    [InlineData(-0.9375f, -2.7725887222)]
    [InlineData(7, 2.0794415417)]
    public void Keeps_small_numbers_when_1_is_added(float x, double expected) =>
        Assert.Equal(expected, XlaLog.Log1P(x), 3e-7 * Math.Abs(expected));

    [Fact]
    public void Keeps_the_sign_of_zero() => Assert.True(float.IsNegative(XlaLog.Log1P(-0.0f)));
}
