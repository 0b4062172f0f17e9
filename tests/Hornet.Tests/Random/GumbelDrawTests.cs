namespace Hornet.Tests;

public class GumbelDrawTests
{
    private static readonly Dictionary<string, RandomCase> s_raw = RandomCorpus.RawCases("raw.gumbel");

    public static TheoryData<string> Raw => RandomCorpus.Ids(s_raw);

    [Theory]
    [MemberData(nameof(Raw))]
    public void Gives_the_bits_of_jax(string id)
    {
        var recorded = s_raw[id];
        var values = new float[recorded.Count];
        Draws.Fill(new GumbelDraw(recorded.Precision), recorded.Key, 0, values);
        Assert.Equal(recorded.Output.Floats, values);
    }
}
