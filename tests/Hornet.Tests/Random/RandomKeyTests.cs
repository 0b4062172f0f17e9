namespace Hornet.Tests;

public class RandomKeyTests
{
    private static readonly Dictionary<string, RandomCase> s_splits = RandomCorpus.Cases("raw", "raw.split");
    private static readonly Dictionary<string, RandomCase> s_folds = RandomCorpus.Cases("raw", "raw.fold_in");

    public static TheoryData<string> Splits => RandomCorpus.Ids(s_splits);

    public static TheoryData<string> Folds => RandomCorpus.Ids(s_folds);

    [Theory]
    [MemberData(nameof(Splits))]
    public void Its_children_are_the_keys_of_a_split(string id)
    {
        var recorded = s_splits[id];
        var words = recorded.Output.Values;
        var keys = Enumerable.Range(0, words.Length / 2).Select(i => recorded.Key.Child(i));
        Assert.Equal(words, keys.SelectMany(key => new double[] { key.High, key.Low }));
    }

    [Theory]
    [MemberData(nameof(Folds))]
    public void Folds_a_word_in(string id)
    {
        var recorded = s_folds[id];
        var expected = RandomCase.KeyOf(recorded.Json.GetProperty("out").GetProperty("v"));
        Assert.Equal(expected, recorded.Key.FoldIn(recorded.Json.GetProperty("data").GetUInt32()));
    }

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
