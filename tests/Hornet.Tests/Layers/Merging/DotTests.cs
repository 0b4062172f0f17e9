using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class DotTests
{
    [Fact]
    public void It_keeps_the_contract() => LayerContract.Check(new Dot(axes: (int[])[2, 1]), [2, 3, 4], [2, 4, 2]);

    [Fact]
    public void Vectors_have_one_product()
    {
        var z = new Dot(1).Apply([new float[,] { { 1, 2 } }, new float[,] { { 3, 4 } }]);
        Assert.Equal(Shape.Create([1, 1]), z.Shape);
        Assert.Equal(11f, z.Item<float>());
    }

    [Fact]
    public void The_batch_axis_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Dot(0).Apply([Ops.Ones([2, 3]), Ops.Ones([2, 3])]));
}
