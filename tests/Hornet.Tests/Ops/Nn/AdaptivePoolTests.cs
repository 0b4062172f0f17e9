using Hornet.Testing;

namespace Hornet.Tests;

public sealed class AdaptiveAveragePoolOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.AdaptiveAveragePool(t[0], [3]), [2, 5, 2]);
        OpContract.Check(t => Ops.AdaptiveAveragePool(t[0], (2, 3)), [1, 3, 4, 2]);
        OpContract.Check(t => Ops.AdaptiveAveragePool(t[0], (2, 1, 2), "channels_first"), [1, 2, 3, 2, 3]);
    }

    [Fact]
    public void Shares_the_input_evenly() => Assert.Equal(
        new float[] { 1.5f, 3, 4.5f },
        Ops.AdaptiveAveragePool(Tensor.From([1, 5, 1], [1f, 2, 3, 4, 5]), 3).ToArray<float>());

    [Fact]
    public void Asks_of_a_symbolic_tensor_for_each_size() => Assert.Throws<ShapeException>(
        () => Ops.AdaptiveAveragePool(new KerasTensor([null, 7, 7, 2]), 1));
}

public sealed class AdaptiveMaxPoolOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.AdaptiveMaxPool(t[0], [3]), [2, 5, 2]);
        OpContract.Check(t => Ops.AdaptiveMaxPool(t[0], (2, 3)), [1, 3, 4, 2]);
        OpContract.Check(t => Ops.AdaptiveMaxPool(t[0], (2, 1, 2), "channels_first"), [1, 2, 3, 2, 3]);
    }

    [Fact]
    public void Finds_the_greatest_of_each_window() => Assert.Equal(
        new float[] { 9, 9, 7 },
        Ops.AdaptiveMaxPool(Tensor.From([1, 5, 1], [1f, 9, 8, 0, 7]), 3).ToArray<float>());

    [Fact]
    public void Says_what_does_not_fit() =>
        Assert.Throws<ShapeException>(() => Ops.AdaptiveMaxPool(new float[1, 2, 2, 1], (1, 2, 3)));
}
