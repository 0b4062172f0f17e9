using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class MinimumTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Minimum(), [2, 3], [2, 3]);

    [Fact]
    public void It_merges_element_by_element() => Assert.Equal(
        [1f, 2], new Minimum().Apply([new float[] { 1, 5 }, new float[] { 3, 2 }]).ToArray<float>());

    [Fact]
    public void One_tensor_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Minimum().Apply(Ops.Ones([2, 3])));
}
