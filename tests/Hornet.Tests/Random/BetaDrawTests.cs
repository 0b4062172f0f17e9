namespace Hornet.Tests;

public class BetaDrawTests
{
    private static readonly Dictionary<string, RandomCase> s_raw = RandomCorpus.RawCases("raw.beta_2_3");
    private static readonly Dictionary<string, RandomCase> s_calls = RandomCorpus.Calls("random.beta");

    public static TheoryData<string> Raw => RandomCorpus.Ids(s_raw);

    public static TheoryData<string> Calls => RandomCorpus.Ids(s_calls);

    [Theory]
    [MemberData(nameof(Raw))]
    public void Gives_the_bits_of_jax(string id)
    {
        var recorded = s_raw[id];
        var values = new float[recorded.Count];
        var alpha = Enumerable.Repeat(2f, values.Length).ToArray();
        var beta = Enumerable.Repeat(3f, values.Length).ToArray();
        BetaDraw.Fill(recorded.Key, 0, alpha, beta, values, recorded.Precision);
        Assert.Equal(recorded.Output.Floats, values);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Gives_the_bits_of_keras(string id) => RandomReplay.Check(s_calls[id]);
}
