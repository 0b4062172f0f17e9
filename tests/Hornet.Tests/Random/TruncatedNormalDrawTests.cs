namespace Hornet.Tests;

public class TruncatedNormalDrawTests
{
    private static readonly Dictionary<string, RandomCase> s_raw = RandomCorpus.RawCases("raw.truncated_normal");
    private static readonly Dictionary<string, RandomCase> s_calls = RandomCorpus.Calls("random.truncated_normal");

    public static TheoryData<string> Raw => RandomCorpus.Ids(s_raw);

    public static TheoryData<string> Calls => RandomCorpus.Ids(s_calls);

    [Theory]
    [MemberData(nameof(Raw))]
    public void Gives_the_bits_of_jax(string id)
    {
        var recorded = s_raw[id];
        var values = new float[recorded.Count];
        Draws.Fill(new TruncatedNormalDraw(0, 1, recorded.Precision), recorded.Key, 0, values);
        Assert.Equal(recorded.Output.Floats, values);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Gives_the_bits_of_keras(string id) => RandomReplay.Check(s_calls[id]);

    [Fact]
    public void Stays_within_two_deviations()
    {
        var values = new float[100_000];
        Draws.Fill(new TruncatedNormalDraw(0, 1, Precision.Single), new RandomKey(1, 2), 0, values);
        Assert.All(values, x => Assert.InRange(x, MathF.BitIncrement(-2), MathF.BitDecrement(2)));
    }
}
