using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CdistOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Cdist(t[0], t[1]), [3, 2], [2, 2]);
        OpContract.Check(t => Ops.Cdist(t[0], t[1]), [2, 3, 2], [1, 2, 2]);
    }

    [Fact]
    public void Integers_become_floats() =>
        Assert.Equal([5f, 1], Ops.Cdist(new[,] { { 0, 0 } }, new[,] { { 3, 4 }, { 0, 1 } }).ToArray<float>());

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.Cdist(Ops.Ones([3]), Ops.Ones([2, 3])));
        Assert.Throws<ShapeException>(() => Ops.Cdist(Ops.Ones([3, 4]), Ops.Ones([5, 5])));
    }
}
