using Hornet.Initializers;

namespace Hornet.Tests;

public sealed class VarianceScalingTests
{
    [Fact]
    public void Gives_the_same_values_at_each_call_unless_a_generator_is_its_seed()
    {
        var (fixedSeed, moving) = (new VarianceScaling(), new VarianceScaling(seed: new SeedGenerator(1)));

        Assert.Equal(fixedSeed.Apply([3, 2]).ToArray<float>(), fixedSeed.Apply([3, 2]).ToArray<float>());
        Assert.NotEqual(moving.Apply([3, 2]).ToArray<float>(), moving.Apply([3, 2]).ToArray<float>());
    }

    [Fact]
    public void Refuses_axes_that_the_shape_lacks() => Assert.Throws<ShapeException>(
        () => new VarianceScaling(inputAxes: [0], outputAxes: [2]).Apply([3, 2]));
}
