using System.Text.Json;
using Hornet.Serialization;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SeedGeneratorTests
{
    [Fact]
    public void Moves_as_the_reference_does() => CorpusCalls.All(
        Corpus.Cases("random", "seed_generator").Where(line => line["kind"].Text() == "next" && HasInteger(line)),
        line =>
        {
            var seeds = new SeedGenerator(line["seed"].Integer());
            var ordered = line["ordered"].Flag();
            var nexts = line.Error is null ? line["nexts"].Items() : [];
            string?[] differences =
                [.. nexts.Select(next => CorpusCalls.Difference(line, next, seeds.Next(ordered)))];
            return Array.Find(differences, difference => difference is not null)
                ?? (line.Error is null ? CorpusCalls.Difference(line, line["state"], seeds.State.Value) : null);
        });

    [Fact]
    public void Gives_each_draw_a_key_of_its_own() => CorpusCalls.All(
        Corpus.Cases("random", "seed_generator").Where(line => line["kind"].Text() == "draws"),
        line =>
        {
            var calls = new CorpusCalls { Generator = new SeedGenerator(line["seed"].Integer()) };
            string?[] differences = [.. line["steps"].Items()
                .Select(step => CorpusCalls.Difference(line, step["out"], calls.Call(step["op"].Text(), step)))];
            return Array.Find(differences, difference => difference is not null)
                ?? CorpusCalls.Difference(line, line["state"], calls.Generator!.State.Value);
        });

    [Fact]
    public void Its_state_is_a_variable_named_as_Kerass()
    {
        Keras.ClearSession();
        var (first, second) = (new SeedGenerator(), new SeedGenerator());

        Assert.Equal("seed_generator/seed_generator_state", first.State.Path);
        Assert.Equal("seed_generator_1/seed_generator_state", second.State.Path);
        Assert.Equal(new TensorSpec([2], DType.UInt32), first.State.Spec);
        Assert.False(first.State.Trainable);
    }

    [Fact]
    public void Is_made_again_from_its_configuration()
    {
        var config = KerasRegistry.SerializeObject(new SeedGenerator(uint.MaxValue, "seeds"));
        var again = KerasRegistry.Deserialize<SeedGenerator>(config)!;

        Assert.Equal(
            """{"module":"keras.random","class_name":"SeedGenerator","config":{"seed":4294967295,"name":"seeds"},""" +
            "\"registered_name\":null}", config.ToJsonString());
        Assert.Equal([uint.MaxValue, 0], again.State.Value.ToArray<uint>());
    }

    private static bool HasInteger(CorpusCase line) =>
        line["seed"].Raw is { ValueKind: JsonValueKind.Number } seed && seed.TryGetInt64(out _);
}
