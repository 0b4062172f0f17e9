namespace Hornet.Tests;

public class BernoulliDrawTests
{
    private static readonly Dictionary<string, RandomCase> s_raw = RandomCorpus.RawCases("raw.bernoulli_0.3");

    public static TheoryData<string> Raw => RandomCorpus.Ids(s_raw);

    [Theory]
    [MemberData(nameof(Raw))]
    public void Gives_the_bits_of_jax(string id)
    {
        var recorded = s_raw[id];
        var values = new bool[recorded.Count];
        BernoulliDraw.Fill(recorded.Key, 0, values, 0.3f);
        Assert.Equal(recorded.Output.Values.Select(x => x != 0), values);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-8f)]
    [InlineData(0.3f)]
    [InlineData(0.75f)]
    [InlineData(0.99999994f)]
    [InlineData(1)]
    public void Is_a_uniform_number_below_the_probability(float probability)
    {
        var units = new float[5000];
        var values = new bool[5000];
        Draws.Fill(new UniformDraw(0, 1, Precision.Single), new RandomKey(8, 9), 3, units);
        BernoulliDraw.Fill(new RandomKey(8, 9), 3, values, probability);
        Assert.Equal(units.Select(u => u < probability), values);
    }
}
