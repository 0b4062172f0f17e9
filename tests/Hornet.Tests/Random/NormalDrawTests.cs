namespace Hornet.Tests;

public class NormalDrawTests
{
    private static readonly Dictionary<string, RandomCase> s_raw = RandomCorpus.RawCases("raw.normal");
    private static readonly Dictionary<string, RandomCase> s_calls = RandomCorpus.Calls("random.normal");

    public static TheoryData<string> Raw => RandomCorpus.Ids(s_raw);

    public static TheoryData<string> Calls => RandomCorpus.Ids(s_calls);

    [Theory]
    [MemberData(nameof(Raw))]
    public void Gives_the_bits_of_jax(string id)
    {
        var recorded = s_raw[id];
        var values = new float[recorded.Count];
        Draws.Fill(new NormalDraw(0, 1, recorded.Precision), recorded.Key, 0, values);
        Assert.Equal(recorded.Output.Floats, values);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Gives_the_bits_of_keras(string id) => RandomReplay.Check(s_calls[id]);

    [Fact]
    public void Has_the_mean_and_the_deviation_that_were_asked_for()
    {
        var values = new float[100_000];
        Draws.Fill(new NormalDraw(3, 2, Precision.Single), new RandomKey(1, 2), 0, values);
        var mean = values.Average();
        Assert.Equal(3, mean, 0.03);
        Assert.Equal(2, Math.Sqrt(values.Average(x => (x - mean) * (x - mean))), 0.03);
    }
}
