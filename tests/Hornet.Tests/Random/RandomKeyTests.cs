namespace Hornet.Tests;

public class RandomKeyTests
{
    [Fact]
    public void Splits_in_two_and_in_three()
    {
        var key = new RandomKey(11, 12);
        Assert.Equal((key.Child(0), key.Child(1)), key.Split());
        Assert.Equal((key.Child(0), key.Child(1), key.Child(2)), key.SplitInThree());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1L << 32)]
    public void Refuses_seeds_beyond_32_bits(long seed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RandomKey.FromSeed(seed));
}
