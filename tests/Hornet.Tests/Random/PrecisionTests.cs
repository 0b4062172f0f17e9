using System.Numerics;

namespace Hornet.Tests;

public class PrecisionTests
{
    [Fact]
    public void Rounds_to_half_precision_as_dotnet_does()
    {
        for (var bits = 0L; bits <= uint.MaxValue; bits += 65_521)
        {
            var x = BitConverter.UInt32BitsToSingle((uint)bits);
            var rounded = Precision.Half.Round(new Vector<float>(x))[0];
            Assert.Equal((float)(Half)x, rounded);
            Assert.Equal(Precision.Half.Round(x), rounded);
        }
    }

    [Theory]
    [InlineData(1f, 1f)]
    [InlineData(1.00390625f, 1f)]
    [InlineData(1.01171875f, 1.015625f)]
    [InlineData(-3.39e38f, -3.3895314e38f)]
    [InlineData(float.MaxValue, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity)]
    public void Rounds_to_bfloat16_with_ties_to_even(float x, float expected)
    {
        Assert.Equal(expected, Precision.BFloat16.Round(x));
        Assert.Equal(expected, Precision.BFloat16.Round(new Vector<float>(x))[0]);
    }

    [Fact]
    public void Contracts_a_product_and_a_sum_in_float32_only()
    {
        var x = 1 + MathF.ScaleB(1, -12);
        Assert.Equal(MathF.FusedMultiplyAdd(x, x, -1), Precision.Single.MultiplyAdd(x, x, -1));
        Assert.Equal(0, Precision.BFloat16.MultiplyAdd(1, 1, -1));
        Assert.Equal(0, Precision.Half.MultiplyAdd(x, 1, -1));
    }

    [Fact]
    public void Refuses_dtypes_that_are_not_of_floating_point() =>
        Assert.Throws<ArgumentException>(() => Precision.Of(DType.Int32));
}
