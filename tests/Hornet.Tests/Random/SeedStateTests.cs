using System.Text.Json;

namespace Hornet.Tests;

public class SeedStateTests
{
    private static readonly Dictionary<string, RandomCase> s_states = RandomCorpus.Cases("seed_generator", "next");
    private static readonly Dictionary<string, RandomCase> s_draws = RandomCorpus.Cases("seed_generator", "draws");
    private static readonly Dictionary<string, RandomCase> s_global = RandomCorpus.Cases("set_random_seed", "");

    public static TheoryData<string> States =>
        RandomCorpus.Ids(s_states.Where(c => !c.Key.StartsWith("bad", StringComparison.Ordinal)).ToDictionary());

    public static TheoryData<string> Draws => RandomCorpus.Ids(s_draws);

    public static TheoryData<string> Global => RandomCorpus.Ids(s_global);

    [Theory]
    [MemberData(nameof(States))]
    public void Moves_as_a_seed_generator_does(string id)
    {
        var json = s_states[id].Json;
        if (json.TryGetProperty("error", out _))
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => RandomKey.FromSeed(json.GetProperty("seed").GetInt64()));
            return;
        }

        var state = RandomKey.FromSeed(json.GetProperty("seed").GetInt64());
        var ordered = json.GetProperty("ordered").GetBoolean();
        foreach (var expected in json.GetProperty("nexts").EnumerateArray())
        {
            Assert.Equal(KeyOf(expected), state);
            state = ordered ? SeedState.Next(state) : SeedState.NextUnordered(state);
        }

        Assert.Equal(KeyOf(json.GetProperty("state")), state);
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void Each_draw_takes_the_state_as_its_key(string id)
    {
        foreach (var step in s_draws[id].Json.GetProperty("steps").EnumerateArray())
        {
            var call = step.GetProperty("m");
            var seed = call.GetProperty("kwargs").GetProperty("m").GetProperty("seed").GetProperty("seed");
            RandomReplay.Check(s_draws[id], call, call.GetProperty("op").GetString()!, RandomCase.KeyOf(seed));
        }
    }

    [Theory]
    [MemberData(nameof(Global))]
    public void The_global_generator_and_default_seeds_follow_the_random_seed(string id)
    {
        var python = new PythonRandom(s_global[id].Json.GetProperty("set_random_seed").GetInt64());
        RandomKey? state = null;
        foreach (var step in s_global[id].Json.GetProperty("steps").EnumerateArray())
        {
            var call = step.GetProperty("m");
            var what = call.GetProperty("do").GetString()!;
            if (what.StartsWith("random.", StringComparison.Ordinal))
            {
                var key = state ?? RandomKey.FromSeed(SeedState.MakeDefaultSeed(python));
                RandomReplay.Check(s_global[id], call, what, key);
                state = SeedState.NextUnordered(key);
                Assert.Equal(KeyOf(call.GetProperty("state")), state);
            }
            else if (what == "make_default_seed")
            {
                Assert.Equal(call.GetProperty("out").GetInt64(), SeedState.MakeDefaultSeed(python));
            }
            else if (what == "initializer")
            {
                Assert.Equal(call.GetProperty("seed").GetInt64(), SeedState.MakeDefaultSeed(python));
            }
        }
    }

    private static RandomKey KeyOf(JsonElement array) => RandomCase.KeyOf(array.GetProperty("v"));
}
