using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class PermuteTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Permute([2, 1]), [2, 3, 4]);

    [Fact]
    public void Axes_change_places() => Assert.Equal(
        [1f, 3, 2, 4], new Permute([2, 1]).Apply(new float[,,] { { { 1, 2 }, { 3, 4 } } }).ToArray<float>());

    [Fact]
    public void An_axis_that_is_missing_is_refused() => Assert.Throws<ArgumentException>(() => new Permute([1, 3]));
}
