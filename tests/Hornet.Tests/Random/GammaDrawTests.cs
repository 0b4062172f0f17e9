namespace Hornet.Tests;

public class GammaDrawTests
{
    private static readonly Dictionary<string, RandomCase> s_calls = RandomCorpus.Calls("random.gamma");

    private static readonly Dictionary<string, RandomCase> s_raw =
        RandomCorpus.RawCases("raw.gamma_0.3", "raw.gamma_2", "raw.loggamma_0.3", "raw.loggamma_2");

    public static TheoryData<string> Raw => RandomCorpus.Ids(s_raw);

    public static TheoryData<string> Calls => RandomCorpus.Ids(s_calls);

    [Theory]
    [MemberData(nameof(Raw))]
    public void Gives_the_bits_of_jax(string id)
    {
        var recorded = s_raw[id];
        var alpha = recorded.Operation.EndsWith("_2", StringComparison.Ordinal) ? 2 : 0.3f;
        Assert.Equal(recorded.Output.Floats, Sample(recorded, alpha));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void Gives_the_bits_of_keras(string id) => RandomReplay.Check(s_calls[id]);

    private static float[] Sample(RandomCase recorded, float alpha)
    {
        var (key, precision) = (recorded.Key, recorded.Precision);
        var values = Enumerable.Repeat(alpha, recorded.Count).ToArray();
        if (recorded.Operation.StartsWith("raw.log", StringComparison.Ordinal))
        {
            return [.. values.Select((a, i) => GammaDraw.LogSample(key.Child(i), precision.Round(a), precision))];
        }

        GammaDraw.Fill(key, 0, values, values, precision);
        return values;
    }
}
