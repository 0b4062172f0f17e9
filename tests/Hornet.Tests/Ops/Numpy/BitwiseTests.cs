using Hornet.Testing;

namespace Hornet.Tests;

public sealed class BitwiseAndOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.BitwiseAnd(t[0], t[1]), Tensor.From([2, 1], [6, 5]), Tensor.From([2], [3, 1]));

    [Fact]
    public void A_graph_of_floats_is_refused_when_it_runs()
    {
        Assert.Equal(DType.Float32, Ops.BitwiseAnd(new KerasTensor([null, 3]), 1).DType);

        var e = Assert.Throws<ShapeException>(() => Ops.BitwiseAnd(new float[1], 1));
        Assert.StartsWith("BitwiseAnd: expected tensors of integers or bools. ", e.Message, StringComparison.Ordinal);
    }
}

public sealed class BitwiseOrOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.BitwiseOr(t[0], t[1]), Tensor.From([2], [6, 5]), Tensor.From([1], [3]));

    [Fact]
    public void Of_unsigned_integers() =>
        Assert.Equal([uint.MaxValue], Ops.BitwiseOr(new[] { uint.MaxValue - 1 }, 1).ToArray<uint>());
}

public sealed class BitwiseXorOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.BitwiseXor(t[0], t[1]), Tensor.From([2], [6, 5]), Tensor.From([1], [3]));
}

public sealed class BitwiseNotOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(t => Ops.BitwiseNot(t[0]), Tensor.From([2], [6, 5]));

    [Fact]
    public void Of_unsigned_integers() =>
        Assert.Equal([ushort.MaxValue], Ops.BitwiseNot(new ushort[] { 0 }).ToArray<ushort>());

    [Fact]
    public void Refuses_floats() => Assert.Throws<ShapeException>(() => Ops.BitwiseNot(new float[1]));
}

public sealed class BitwiseInvertOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(t => Ops.BitwiseInvert(t[0]), Tensor.From([2], [6, 5]));
}
