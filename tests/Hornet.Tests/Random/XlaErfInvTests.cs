using System.Numerics;

namespace Hornet.Tests;

public class XlaErfInvTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5f, 0.47693628)]
    [InlineData(-0.5f, -0.47693628)]
    [InlineData(0.9f, 1.1630871)]
    [InlineData(0.999f, 2.3267537)]
    [InlineData(-0.99999f, -3.1234133)]
    public void Inverts_the_error_function(float x, double expected)
    {
        var value = XlaErfInv.ErfInv(new Vector<float>(x))[0];
        Assert.Equal(expected, value, 2e-4 * Math.Abs(expected));
    }
}
