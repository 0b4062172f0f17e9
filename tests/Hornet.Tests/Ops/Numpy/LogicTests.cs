using Hornet.Testing;

namespace Hornet.Tests;

public sealed class LogicalAndOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.LogicalAnd(t[0], t[1]), Tensor.From([2], [true, false]), Tensor.From([1], [2]));

    [Fact]
    public void Counts_as_true_what_is_not_zero() =>
        Assert.Equal([true, false], Ops.LogicalAnd(new[] { 2, 0 }, float.NaN).ToArray<bool>());

    [Fact]
    public void Is_what_the_operator_stands_for_on_bools_and_on_symbolic_tensors()
    {
        var symbolic = (KerasTensor)(new KerasTensor([null, 3], DType.Int32) & 1);

        Assert.Equal("LogicalAnd", symbolic.History!.Value.Operation.ClassName);
        Assert.Equal([true, false], (Tensor.From([2], [true, false]) & true).ToArray<bool>());
        Assert.Equal([2, 0], (Tensor.From([2], [6, 5]) & 2).ToArray<int>());
    }
}

public sealed class LogicalOrOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.LogicalOr(t[0], t[1]), Tensor.From([2], [true, false]), Tensor.From([1], [0]));

    [Fact]
    public void Is_what_the_operator_stands_for() =>
        Assert.Equal([true, false], (Tensor.From([2], [true, false]) | false).ToArray<bool>());
}

public sealed class LogicalXorOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.LogicalXor(t[0], t[1]), Tensor.From([2], [true, false]), Tensor.From([1], [1]));

    [Fact]
    public void Is_what_the_operator_stands_for() =>
        Assert.Equal([false, true], (Tensor.From([2], [true, false]) ^ true).ToArray<bool>());
}

public sealed class LogicalNotOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(t => Ops.LogicalNot(t[0]), Tensor.From([2], [0.5, 0]));

    [Fact]
    public void Is_what_the_operator_stands_for()
    {
        Assert.Equal([false, true], (~Tensor.From([2], [true, false])).ToArray<bool>());
        Assert.Equal([-7], (~Tensor.From([1], [6])).ToArray<int>());
    }
}

public sealed class AnyOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Any(t[0], axis: 1, keepdims: true), Tensor.From([2, 2], [0, 0, 2, 0]));

    [Fact]
    public void Of_nothing_is_false() => Assert.False(Ops.Any(Array.Empty<float>()).Item<bool>());
}

public sealed class AllOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.CheckShapes(t => Ops.All(t[0], axis: [0, 1]), Tensor.From([2, 2], [0, 0, 2, 0]));
        OpContract.CheckShapes(t => Ops.All(t[0]), Tensor.From([2, 2], [0, 0, 2, 0]));
    }

    [Fact]
    public void Of_nothing_is_true() => Assert.True(Ops.All(Array.Empty<float>()).Item<bool>());
}
