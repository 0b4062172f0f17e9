namespace Hornet.Tests;

public class RandIntDrawTests
{
    [Theory]
    [InlineData(0, 1L << 32, DType.UInt32)]
    [InlineData(int.MinValue, 1L << 31, DType.Int32)]
    public void All_32_bits_are_the_low_word_alone(long low, long high, DType dtype)
    {
        var key = new RandomKey(3, 4);
        var values = new uint[7];
        var words = new uint[7];
        new RandIntDraw(low, high, dtype).Fill(key, 0, values);
        Threefry.Bits(key.Child(1), 0, words);
        Assert.Equal(words.Select(word => word + (uint)low), values);
    }

    [Fact]
    public void Any_cut_of_an_array_gives_the_same_integers()
    {
        var draw = new RandIntDraw(-50, 1000, DType.Int32);
        var whole = new uint[1500];
        var part = new uint[700];
        draw.Fill(new RandomKey(3, 4), 0, whole);
        draw.Fill(new RandomKey(3, 4), 777, part);
        Assert.Equal(whole[777..1477], part);
    }

    [Fact]
    public void Refuses_dtypes_that_are_not_of_integers() =>
        Assert.Throws<ArgumentException>(() => new RandIntDraw(0, 1, DType.Float32));
}
