using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ConvTransposeOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        Check([2, 3, 2], [3, 3, 2], strides: 2);
        Check([1, 3, 2, 2], [2, 3, 1, 2], strides: (1, 2), padding: "same");
        Check([1, 2, 3, 3], [3, 2, 2, 2], strides: 2, padding: "same", outputPadding: (1, 0),
            dataFormat: "channels_first");
        Check([1, 2, 2, 2, 1], [2, 2, 2, 1, 1], strides: 2, outputPadding: 1, dilationRate: 1);
        Check([1, 4, 1], [2, 1, 1], padding: "same", dilationRate: 2);
    }

    [Fact]
    public void Spreads_each_place_over_a_window()
    {
        var x = Tensor.From([1, 2, 1], [1f, 2]);
        var kernel = Tensor.From([3, 1, 1], [1f, 10, 100]);

        Assert.Equal(new float[] { 1, 10, 102, 20, 200 }, Ops.ConvTranspose(x, kernel, 2).ToArray<float>());
        Assert.Equal(new float[] { 1, 10, 102, 20 }, Ops.ConvTranspose(x, kernel, 2, "same").ToArray<float>());
        Assert.Equal(
            new float[] { 1, 10, 102, 20, 200, 0 }, Ops.ConvTranspose(x, kernel, 2, outputPadding: 1).ToArray<float>());
    }

    [Fact]
    public void Of_many_channels_gives_what_float64_gives()
    {
        var random = new Random(0);
        var x = Tensor.From([2, 12, 12, 16], [.. Enumerable.Range(0, 4608).Select(_ => (float)random.Next(-2, 3))]);
        var w = Tensor.From([4, 4, 8, 16], [.. Enumerable.Range(0, 2048).Select(_ => (float)random.Next(-2, 3))]);

        var single = Ops.ConvTranspose(x, w, 2, "same").ToArray<float>();

        Assert.Equal(
            Ops.ConvTranspose(Ops.Cast(x, DType.Float64), Ops.Cast(w, DType.Float64), 2, "same").ToArray<double>(),
            Array.ConvertAll(single, v => (double)v));
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Equal(
            "ConvTranspose: expected as many input channels of the kernel, its last axis, as of the input. " +
            "Received: x=float32(2, 4, 3), kernel=float32(2, 4, 5).",
            Assert.Throws<ShapeException>(() => Ops.ConvTranspose(new float[2, 4, 3], new float[2, 4, 5], 2)).Message);
        Assert.ThrowsAny<ArgumentException>(
            () => Ops.ConvTranspose(new KerasTensor([null, 3, 2]), new KerasTensor([null, 2, 2]), 2, "same"));
    }

    private static void Check(
        Shape x,
        Shape kernel,
        Sizes? strides = null,
        string padding = "valid",
        Sizes? outputPadding = null,
        string? dataFormat = null,
        Sizes? dilationRate = null) => OpContract.Check(
            t => Ops.ConvTranspose(
                t[0], Ops.BroadcastTo(t[1], kernel), strides, padding, outputPadding, dataFormat, dilationRate),
            x,
            kernel);
}

public sealed class DepthwiseConvOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        Check([2, 4, 3], [2, 3, 1]);
        Check([1, 3, 3, 2], [2, 2, 2, 2], padding: "same");
        Check([1, 2, 4, 3], [2, 2, 2, 1], strides: (2, 1), dataFormat: "channels_first");
        Check([1, 4, 4, 1], [2, 2, 1, 2], dilationRate: 2);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Of_many_channels_gives_what_float64_gives(int multiplier)
    {
        var random = new Random(0);
        var x = Tensor.From([2, 16, 16, 20], [.. Enumerable.Range(0, 10240).Select(_ => (float)random.Next(-2, 3))]);
        Shape kernel = [3, 3, 20, multiplier];
        var w = Tensor.From(kernel, [.. Enumerable.Range(0, (int)kernel.Size).Select(_ => (float)random.Next(-2, 3))]);

        var (single, @double) = (Gradients(x, w), Gradients(Ops.Cast(x, DType.Float64), Ops.Cast(w, DType.Float64)));

        for (var i = 0; i < single.Length; i++)
        {
            Assert.Equal(@double[i].ToArray<double>(), Array.ConvertAll(single[i].ToArray<float>(), v => (double)v));
        }
    }

    [Fact]
    public void Says_what_does_not_fit() => Assert.Equal(
        "DepthwiseConv: expected as many channels of the kernel as of the input. " +
        "Received: x=float32(2, 10, 3), kernel=float32(3, 5, 1).",
        Assert.Throws<ShapeException>(() => Ops.DepthwiseConv(new float[2, 10, 3], new float[3, 5, 1])).Message);

    private static Tensor[] Gradients(Tensor x, Tensor w)
    {
        using var tape = new GradientTape();
        tape.Watch(x);
        tape.Watch(w);
        var y = Ops.DepthwiseConv(x, w, padding: "same");
        return [y, .. tape.Gradients(y, x, w)];
    }

    private static void Check(
        Shape x,
        Shape kernel,
        Sizes? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        Sizes? dilationRate = null) => OpContract.Check(
            t => Ops.DepthwiseConv(t[0], Ops.BroadcastTo(t[1], kernel), strides, padding, dataFormat, dilationRate),
            x,
            kernel);
}

public sealed class SeparableConvOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(
        t => Ops.SeparableConv(t[0], Ops.BroadcastTo(t[1], [2, 3, 2]), Ops.BroadcastTo(t[2], [1, 6, 2]), 2, "same"),
        [2, 4, 3],
        [2, 3, 2],
        [1, 6, 2]);
}
