using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SoftmaxTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Softmax(axis: [1, 2]), [2, 3, 4]);

    [Fact]
    public void What_a_mask_leaves_out_gets_nothing()
    {
        var y = new Softmax().Apply(new float[,] { { 1, 1, 9 } }, mask: (Tensor)new[,] { { true, true, false } });
        Assert.Equal([0.5f, 0.5f, 0], y.ToArray<float>());
    }

    [Fact]
    public void A_mask_of_another_shape_is_refused() => Assert.Throws<ShapeException>(() =>
        new Softmax().Apply(Ops.Ones([2, 3]), mask: (Tensor)new[] { true, false }));
}
