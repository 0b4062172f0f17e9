using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SumOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Sum(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Sum(t[0], axis: [0, -1]), [2, 3, 2]);
        OpContract.Check(t => Ops.Sum(t[0], axis: 1, keepdims: true), [2, 3, 2]);
    }
}

public sealed class MeanOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Mean(t[0], axis: -1), [2, 3]);
}

public sealed class SoftmaxOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Softmax(t[0]), [2, 3]);
}

public sealed class ExpandDimsOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.ExpandDims(t[0], axis: [0, -1]), [2, 3]);
}

public sealed class ReluOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Relu(t[0]), [2, 3]);
}
