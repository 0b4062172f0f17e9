using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SubtractTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Subtract(), [2, 3], [2, 3]);

    [Fact]
    public void It_merges_element_by_element() => Assert.Equal(
        [-1f], new Subtract().Apply([new float[] { 1 }, new float[] { 2 }]).ToArray<float>());

    [Fact]
    public void One_tensor_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Subtract().Apply(Ops.Ones([2, 3])));
}
