using Hornet.Layers;

namespace Hornet.Tests;

public sealed class DropoutTests
{
    [Fact]
    public void A_compiled_call_draws_what_an_eager_one_does() =>
        CompiledDraws.Check(() => new Dropout(0.5, seed: 7), [2, 4, 3]);

    [Fact]
    public void A_generator_given_as_its_seed_is_its_own()
    {
        var seeds = new SeedGenerator(3);
        var layer = new Dropout(0.5, seed: seeds);
        _ = layer.Apply(Ops.Ones([4]), training: true);

        Assert.Same(seeds.State, layer.Variables.Single());
        Assert.Empty(layer.Weights);
        Assert.Equal([3u, 1u], seeds.State.Value.ToArray<uint>());
    }

    [Fact]
    public void Without_a_rate_it_has_no_state() => Assert.Empty(new Dropout(0).Variables);
}
