using Hornet.Testing;

namespace Hornet.Tests;

public sealed class AveragePoolOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.AveragePool(t[0], 2), [2, 5, 2]);
        OpContract.Check(t => Ops.AveragePool(t[0], (3, 2), strides: (2, 1), padding: "same"), [2, 4, 5, 2]);
        OpContract.Check(
            t => Ops.AveragePool(t[0], 2, strides: 1, padding: "same", dataFormat: "channels_first"), [1, 2, 3, 4, 3]);
    }

    [Fact]
    public void Counts_no_padding()
    {
        var x = Tensor.From([1, 4, 1], [1f, 2, 3, 4]);

        Assert.Equal(new float[] { 1.5f, 2.5f, 3.5f, 4 }, Ops.AveragePool(x, 2, 1, "same").ToArray<float>());
        Assert.Equal(new float[] { 2, 3.5f }, Ops.AveragePool(x, 3, 2, "same").ToArray<float>());
        Assert.Equal(new float[] { 1.5f, 3.5f }, Ops.AveragePool(x, 2).ToArray<float>());
    }

    [Fact]
    public void Of_integers_is_a_float() =>
        Assert.Equal(1.5f, Ops.AveragePool(Tensor.From([1, 2, 1], [1, 2]), 2).Item<float>());

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Equal(
            "AveragePool: expected an input at least as large as pool_size=(3, 2). Received: inputs=float32(1, " +
            "2, 2, 1).",
            Assert.Throws<ShapeException>(() => Ops.AveragePool(new float[1, 2, 2, 1], (3, 2))).Message);
        Assert.Throws<ShapeException>(() => Ops.AveragePool(new float[2, 2], 2));
        Assert.Throws<ArgumentException>(() => Ops.AveragePool(new float[1, 2, 1], 2, padding: "full"));
        Assert.Throws<ArgumentException>(() => Ops.AveragePool(new float[1, 2, 1], 2, dataFormat: "last"));
    }
}

public sealed class AverageWindowsOpTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 4)]
    public void Of_any_size_and_stride_averages_what_is_inside(int size, int stride)
    {
        for (var length = 1; length < 9; length++)
        {
            var x = Enumerable.Range(1, length).Select(i => (float)i * i).ToArray();

            var pooled = Ops.AveragePool(Tensor.From([1, length, 1], x), size, stride, "same").ToArray<float>();

            Assert.Equal(PoolWindows.Of(x, size, stride).Select(window => window.Average()), pooled);
        }
    }
}

public sealed class AverageWindowsGradientOpTests
{
    [Fact]
    public void Shares_evenly()
    {
        Tensor x = new float[1, 4, 1];
        using var tape = new GradientTape();
        tape.Watch(x);

        var y = Ops.AveragePool(x, 2, 1, "same");

        Assert.Equal(new float[] { 0.5f, 1, 1, 1.5f }, tape.Gradient(y, x).ToArray<float>());
    }
}

public sealed class MaxPoolOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.MaxPool(t[0], 2), [2, 5, 2]);
        OpContract.Check(t => Ops.MaxPool(t[0], (3, 2), strides: (2, 1), padding: "same"), [2, 4, 5, 2]);
        OpContract.Check(
            t => Ops.MaxPool(t[0], 2, strides: 1, padding: "same", dataFormat: "channels_first"), [1, 2, 3, 4, 3]);
    }

    [Fact]
    public void Adds_one_node_with_one_result()
    {
        var y = (KerasTensor)Ops.MaxPool(new KerasTensor([null, 8, null, 3]), 2, padding: "same");

        Assert.Equal([null, 4, null, 3], y.Shape);
        Assert.Single(y.History!.Value.Operation.InboundNodes[0].OutputTensors);
    }

    [Fact]
    public void Keeps_the_dtype()
    {
        Assert.Equal(new[] { 2, 4 }, Ops.MaxPool(Tensor.From([1, 4, 1], [1, 2, 4, 3]), 2).ToArray<int>());
        Assert.Equal(new ushort[] { 2, 4 },
            Ops.MaxPool(Tensor.From([1, 4, 1], new ushort[] { 1, 2, 4, 3 }), 2).ToArray<ushort>());
        Assert.Equal(new[] { true }, Ops.MaxPool(Tensor.From([1, 2, 1], [false, true]), 2).ToArray<bool>());
        Assert.Equal(DType.BFloat16, Ops.MaxPool(Ops.Ones([1, 2, 1], DType.BFloat16), 2).DType);
    }

    [Fact]
    public void Says_what_does_not_fit() => Assert.Equal(
        "MaxPool: expected an input at least as large as pool_size=3. Received: inputs=float32(1, 2, 1).",
        Assert.Throws<ShapeException>(() => Ops.MaxPool(new float[1, 2, 1], 3)).Message);
}

public sealed class MaxWindowsOpTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(4, 3)]
    [InlineData(5, 4)]
    public void Of_any_size_and_stride_finds_the_greatest(int size, int stride)
    {
        for (var length = 1; length < 9; length++)
        {
            var x = Enumerable.Range(1, length).Select(i => (float)(-i * (i % 3))).ToArray();

            var pooled = Ops.MaxPool(Tensor.From([1, length, 1], x), size, stride, "same").ToArray<float>();

            Assert.Equal(PoolWindows.Of(x, size, stride).Select(window => window.Max()), pooled);
        }
    }
}

public sealed class UnpoolOpTests
{
    [Fact]
    public void Gives_the_first_of_equals_all()
    {
        Tensor x = new float[1, 3, 1];
        using var tape = new GradientTape();
        tape.Watch(x);

        var y = Ops.MaxPool(x, 2, 1, "same");

        Assert.Equal(new float[] { 1, 1, 1 }, tape.Gradient(y, x).ToArray<float>());
    }
}

public sealed class PickWindowsOpTests
{
    [Fact]
    public void Is_the_gradient_of_the_gradient() =>
        OpContract.Check(t => Ops.MaxPool(t[0] * t[0], 2, padding: "same"), [1, 3, 3, 2]);
}

internal static class PoolWindows
{
    /// <summary>What lies in each window of "same" padding.</summary>
    public static IEnumerable<float[]> Of(float[] x, int size, int stride)
    {
        var count = (x.Length + stride - 1) / stride;
        var before = Math.Max(((count - 1) * stride) + size - x.Length, 0) / 2;
        return Enumerable.Range(0, count).Select(i => x
            .Where((_, place) => place >= (i * stride) - before && place < (i * stride) - before + size)
            .ToArray());
    }
}
