using Hornet.Initializers;

namespace Hornet.Tests;

public sealed class LecunNormalTests
{
    [Fact]
    public void Gives_the_same_values_at_each_call_unless_a_generator_is_its_seed()
    {
        var (fixedSeed, moving) = (new LecunNormal(), new LecunNormal(seed: new SeedGenerator(1)));

        Assert.Equal(fixedSeed.Apply([3, 2]).ToArray<float>(), fixedSeed.Apply([3, 2]).ToArray<float>());
        Assert.NotEqual(moving.Apply([3, 2]).ToArray<float>(), moving.Apply([3, 2]).ToArray<float>());
    }
}
