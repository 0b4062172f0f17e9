using Hornet.Testing;

namespace Hornet.Tests;

public sealed class BitwiseNotOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(t => Ops.BitwiseNot(t[0]), Tensor.From([2], [6, 5]));

    [Fact]
    public void Of_unsigned_integers() =>
        Assert.Equal([ushort.MaxValue], Ops.BitwiseNot(new ushort[] { 0 }).ToArray<ushort>());

    [Fact]
    public void Refuses_floats()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.BitwiseNot(new float[1]));

        Assert.Equal("BitwiseNot: expected a tensor of integers or bools. Received: x=float32(1,).", e.Message);
    }
}

public sealed class BitwiseInvertOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(t => Ops.BitwiseInvert(t[0]), Tensor.From([2], [6, 5]));
}
