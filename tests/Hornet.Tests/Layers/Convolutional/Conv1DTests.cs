using Hornet.Layers;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class Conv1DTests
{
    [Fact]
    public void It_keeps_the_contract() =>
        LayerContract.Check(new Conv1D(4, 2, padding: "same", activation: "relu"), [2, 6, 3]);

    [Fact]
    public void It_keeps_the_contract_with_channels_first() => LayerContract.Check(
        new Conv1D(2, 2, dataFormat: "channels_first", useBias: false), [2, 6, 3]);

    [Fact]
    public void Windows_of_ones_are_counted()
    {
        var y = new Conv1D(1, 2, kernelInitializer: "ones").Apply(Ops.Ones([1, 3, 1]));
        Assert.All(y.ToArray<float>(), sum => Assert.Equal(2f, sum));
    }

    [Fact]
    public void A_causal_convolution_never_looks_ahead()
    {
        var y = new Conv1D(1, 3, padding: "causal", kernelInitializer: "ones").Apply(Ops.Ones([1, 4, 1]));
        Assert.Equal([1f, 2, 3, 3], y.ToArray<float>());
    }

    [Theory]
    [InlineData(0, 2, 1, 1, "valid", "filters=0")]
    [InlineData(3, 2, 1, 2, "valid", "groups=2")]
    [InlineData(2, 2, 2, 1, "nope", "padding='nope'")]
    [InlineData(2, 0, 1, 1, "valid", "kernel_size=0")]
    public void Wrong_arguments_are_refused(int filters, int size, int strides, int groups, string padding,
        string received) =>
        Assert.Contains(
            received,
            Assert.ThrowsAny<ArgumentException>(() => new Conv1D(filters, size, strides, padding,
                groups: groups)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Strides_and_dilation_together_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Conv1D(2, 2, strides: 2, dilationRate: 2));
}
