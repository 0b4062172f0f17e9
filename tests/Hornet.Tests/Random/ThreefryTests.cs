namespace Hornet.Tests;

public class ThreefryTests
{
    private static readonly Dictionary<string, RandomCase> s_blocks = RandomCorpus.Cases("raw", "raw.threefry2x32");
    private static readonly Dictionary<string, RandomCase> s_bits = RandomCorpus.Cases("raw", "raw.bits");

    public static TheoryData<string> Blocks => RandomCorpus.Ids(s_blocks);

    public static TheoryData<string> BitCases => RandomCorpus.Ids(s_bits);

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_is_the_hash_of_key_and_counter(string id)
    {
        var recorded = s_blocks[id];
        var counter = recorded.Json.GetProperty("counter");
        Assert.Equal(
            RandomCase.KeyOf(recorded.Json.GetProperty("out")),
            Threefry.Block(recorded.Key, counter[0].GetUInt32(), counter[1].GetUInt32()));
    }

    [Theory]
    [MemberData(nameof(BitCases))]
    public void Gives_the_bits_of_jax(string id)
    {
        var recorded = s_bits[id];
        var width = recorded.Json.GetProperty("width").GetInt32();
        var words = recorded.Json.GetProperty("out");
        var expected = words.TryGetProperty("v", out var values)
            ? values.EnumerateArray().Select(x => x.GetUInt64())
            : recorded.Output.Values.Select(x => (ulong)x);
        Assert.Equal(expected, Bits(recorded.Key, recorded.Count, width));
    }

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

    private static IEnumerable<ulong> Bits(RandomKey key, int count, int width)
    {
        switch (width)
        {
            case 8:
                var bytes = new byte[count];
                Threefry.Bits(key, 0, bytes);
                return bytes.Select(x => (ulong)x);
            case 16:
                var halves = new ushort[count];
                Threefry.Bits(key, 0, halves);
                return halves.Select(x => (ulong)x);
            case 32:
                var words = new uint[count];
                Threefry.Bits(key, 0, words);
                return words.Select(x => (ulong)x);
            default:
                var pairs = new ulong[count];
                Threefry.Bits(key, 0, pairs);
                return pairs;
        }
    }
}
