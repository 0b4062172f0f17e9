namespace Hornet.Tests;

public class ThreefryTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData((1L << 32) - 50)]
    [InlineData((7L << 32) + 123)]
    public void Many_words_at_once_are_the_same_as_one_by_one(long from)
    {
        var key = new RandomKey(0x12345678, 0xFEDCBA98);
        for (var count = 0; count < 140; count++)
        {
            var words = new uint[count];
            Threefry.Bits(key, from, words);
            Assert.Equal(Enumerable.Range(0, count).Select(i => Threefry.Word(key, from + i)), words);
        }
    }

    [Fact]
    public void The_portable_kernel_gives_the_same_words()
    {
        var key = new RandomKey(1, 2);
        var words = new uint[200];
        var done = ThreefryKernel.Fill<AnyLanes>(key, (3L << 32) + 9, words);
        Assert.NotEqual(0, done);
        Assert.Equal(Enumerable.Range(0, done).Select(i => Threefry.Word(key, (3L << 32) + 9 + i)), words.Take(done));
    }
}
