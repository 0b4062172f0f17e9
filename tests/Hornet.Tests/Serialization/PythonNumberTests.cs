using System.Globalization;
using Hornet.Serialization;

namespace Hornet.Tests;

public class PythonNumberTests
{
    [Theory]
    [InlineData(0.0, "0.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(1.0, "1.0")]
    [InlineData(-120.0, "-120.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e-07, "1e-07")]
    [InlineData(-1.5e-05, "-1.5e-05")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00012345, "0.00012345")]
    [InlineData(123456.789, "123456.789")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(9007199254740993.0, "9007199254740992.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1.2345678901234568e17, "1.2345678901234568e+17")]
    [InlineData(1e22, "1e+22")]
    [InlineData(1e100, "1e+100")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.Epsilon, "5e-324")]
    [InlineData(double.NaN, "nan")]
    [InlineData(double.NegativeInfinity, "-inf")]
    public void A_double_prints_as_Pythons_repr(double value, string expected) =>
        Assert.Equal(expected, PythonNumber.ToText(value));

    [Theory]
    [InlineData(0.1f, "0.1")]
    [InlineData(1e-7f, "1e-07")]
    [InlineData(16777216f, "16777216.0")]
    public void A_single_prints_its_own_shortest_digits(float value, string expected) =>
        Assert.Equal(expected, PythonNumber.ToText(value));

    [Fact]
    public void What_is_printed_reads_back()
    {
        var random = new Random(7);
        for (var i = 0; i < 10_000; i++)
        {
            var value = BitConverter.Int64BitsToDouble(random.NextInt64());
            if (double.IsFinite(value))
            {
                Assert.Equal(value, double.Parse(PythonNumber.ToText(value), CultureInfo.InvariantCulture));
            }
        }
    }
}
