using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ConcatenateOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Concatenate([t[0], t[1]]), [2, 3], [1, 3]);
        OpContract.Check(t => Ops.Concatenate([t[0], t[1], t[0]], axis: -1), [2, 3], [2, 2]);
    }

    [Fact]
    public void Tensors_of_different_dtypes_are_promoted()
    {
        Assert.Equal(DType.Float32, Ops.Concatenate([new float[] { 1 }, new[] { 1 }]).DType);
        Assert.Equal(DType.Int32, Ops.Concatenate([new ushort[] { 1 }, new sbyte[] { -1 }]).DType);
        Assert.Equal(new ulong[] { 1, 2 }, Ops.Concatenate([new ulong[] { 1 }, new ulong[] { 2 }]).ToArray<ulong>());
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Concatenate([Ops.Ones([2, 3]), Ops.Ones([2, 4])]));

        Assert.Equal(
            "Concatenate: expected tensors that differ in axis 0 only. Received: float32(2, 3), float32(2, 4).",
            e.Message);
        Assert.Throws<ShapeException>(() => Ops.Concatenate([Ops.Ones([2, 3]), Ops.Ones([3])]));
        Assert.Throws<ShapeException>(() => Ops.Concatenate([Ops.Ones([2, 3])], axis: 2));
        Assert.Throws<ShapeException>(() => Ops.Concatenate([]));
    }
}

public sealed class StackOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Stack([t[0], t[1]]), [2, 3], [2, 3]);
        OpContract.Check(t => Ops.Stack([t[0], t[1]], axis: -1), [2, 3], [2, 3]);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.Stack([Ops.Ones([2]), Ops.Ones([3])]));
        Assert.Throws<ShapeException>(() => Ops.Stack([Ops.Ones([2])], axis: 2));
        Assert.Throws<ShapeException>(() => Ops.Stack([]));
    }
}

public sealed class UnstackOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Unstack(t[0], num: 3, axis: -1)[1], [2, 3]);
        OpContract.Check(t => Ops.Unstack(t[0], num: 2) is [var a, var b] ? a * b : t[0], [2, 3]);
    }

    [Fact]
    public void Needs_a_number_of_parts()
    {
        Assert.Equal(3, Ops.Unstack(new KerasTensor([2, null]), num: 3, axis: 1).Length);
        Assert.Throws<ShapeException>(() => Ops.Unstack(new KerasTensor([2, null]), axis: 1));
        Assert.Throws<ShapeException>(() => Ops.Unstack(Ops.Ones([2, 3]), num: 3));
    }
}

public sealed class SplitOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Split(t[0], 2)[1], [4, 3]);
        OpContract.Check(t => Ops.Split(t[0], [1, 3], axis: -1) is [var a, _, var c] ? a * c : t[0], [2, 4]);
    }

    [Fact]
    public void Parts_may_be_empty() => Assert.Equal(
        [0, 3, 3, 0], Ops.Split(Ops.Ones([6]), [0, 3, 6]).Select(part => (int)part.Shape.Size));

    [Fact]
    public void Of_an_axis_of_unknown_size_claims_nothing_of_it()
    {
        Assert.Equal([null, 4], Ops.Split(new KerasTensor([null, 4]), 2)[0].Shape);
        Assert.Equal([2, 4], Ops.Split(new KerasTensor([null, 4]), [1, 3])[1].Shape);
    }

    [Fact]
    public void Says_what_does_not_divide_the_axis()
    {
        Assert.Throws<ShapeException>(() => Ops.Split(Ops.Ones([6]), 4));
        Assert.Throws<ShapeException>(() => Ops.Split(Ops.Ones([6]), 0));
        Assert.Throws<ShapeException>(() => Ops.Split(Ops.Ones([6]), [4, 2]));
        Assert.Throws<ShapeException>(() => Ops.Split(Ops.Ones([6]), [7]));
    }
}
