using Hornet.Testing;

namespace Hornet.Tests;

public sealed class QuantileOpTests
{
    private static readonly double[] s_values = [0.3, -1.2, 2.5, 0.9, -0.4, 1.7];

    [Theory]
    [InlineData("linear")]
    [InlineData("lower")]
    [InlineData("higher")]
    [InlineData("midpoint")]
    [InlineData("nearest")]
    public void Keeps_the_contract(string method)
    {
        var x = Tensor.From([2, 3], s_values);
        OpContract.Check(t => Ops.Quantile(t[0], 0.3, axis: 1, method: method), x);
        OpContract.Check(t => Ops.Quantile(t[0], new[] { 0.3, 0.8 }, method: method), x);
        OpContract.Check(t => Ops.Quantile(t[0], t[1], axis: 0, method: method), x, Tensor.From([2], [0.3, 0.6]));
        OpContract.Check(t => Ops.Quantile(t[0], 0.3, axis: [0, 1], method: method, keepdims: true), x);
    }

    [Fact]
    public void Puts_the_axis_of_the_fractions_first() => Assert.Equal(
        [1, 4, 2, 5],
        Ops.Quantile(new float[,] { { 1, 2, 3 }, { 6, 5, 4 } }, new[] { 0, 0.5 }, axis: 1).ToArray<float>());

    [Fact]
    public void Is_no_number_where_any_element_is_none()
    {
        using var tape = new GradientTape();
        Tensor x = new[,] { { 1, float.NaN }, { 1, 3 } };
        tape.Watch(x);
        var y = Ops.Quantile(x, 0.5, axis: 1);

        Assert.Equal([float.NaN, 2], y.ToArray<float>());
        Assert.Equal([0, 0, 0.5f, 0.5f], tape.Gradient(y, x).ToArray<float>());
    }

    [Fact]
    public void Says_which_methods_there_are()
    {
        var e = Assert.Throws<ArgumentException>(() => Ops.Quantile(new float[2], 0.5, method: "bad"));

        Assert.StartsWith(
            "Quantile: expected method to be one of linear, lower, higher, midpoint, nearest. Received: method='bad'.",
            e.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Needs_an_element() => Assert.Throws<ShapeException>(() => Ops.Quantile(new float[0, 2], 0.5, axis: 0));
}

public sealed class QuantileChoiceOpTests
{
    [Fact]
    public void Is_the_gradient_of_the_gradient()
    {
        var x = Tensor.From([4], [3.0, 1, 2, 4]);
        OpContract.Check(t => Ops.Square(Ops.Quantile(Ops.Square(t[0]), 0.4)), x);
    }
}

public sealed class QuantileSpreadOpTests
{
    [Fact]
    public void Gives_the_gradient_to_the_elements_that_were_chosen()
    {
        using var tape = new GradientTape();
        Tensor x = new float[] { 4, 1, 3 };
        tape.Watch(x);

        Assert.Equal([0.5f, 0, 0.5f], tape.Gradient(Ops.Quantile(x, 0.75), x).ToArray<float>());
    }
}

public sealed class NanquantileOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        var x = Tensor.From([2, 3], [0.3, -1.2, 2.5, 0.9, -0.4, 1.7]);
        OpContract.Check(t => Ops.Nanquantile(t[0], t[1], axis: 1), x, Tensor.From([2], [0.3, 0.6]));
    }

    [Fact]
    public void Skips_what_is_no_number()
    {
        var x = new[,] { { 1, 2, 4, float.NaN }, { float.NaN, float.NaN, float.NaN, float.NaN } };

        Assert.Equal([3, float.NaN], Ops.Nanquantile(x, 0.75, axis: 1).ToArray<float>());
    }
}

public sealed class PercentileOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.Check(t => Ops.Percentile(t[0], 30, axis: 1), Tensor.From([2, 3], [0.3, -1, 2, 0.9, -0.4, 1.7]));

    [Fact]
    public void Is_a_quantile() => Assert.Equal(3, Ops.Percentile(new float[] { 1, 2, 4 }, 75).Item<float>());
}

public sealed class NanpercentileOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.Check(t => Ops.Nanpercentile(t[0], 30, axis: 1), Tensor.From([2, 3], [0.3, -1, 2, 0.9, -0.4, 1.7]));
}

public sealed class MedianOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.Check(t => Ops.Median(t[0], axis: 0, keepdims: true), Tensor.From([2, 2], [0.3, -1, 2, 0.9]));

    [Fact]
    public void Is_the_middle()
    {
        Assert.Equal(4, Ops.Median(new[] { 9, 1, 4 }).Item<float>());
        Assert.Equal(2.5f, Ops.Median(new[] { 9, 1, 4, 1 }).Item<float>());
        Assert.Equal(DType.BFloat16, Ops.Median(Ops.Cast(new float[2], DType.BFloat16)).DType);
    }
}

public sealed class NanmedianOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.Check(t => Ops.Nanmedian(t[0], axis: 0), Tensor.From([2, 2], [0.3, -1, 2, 0.9]));

    [Fact]
    public void Skips_what_is_no_number() =>
        Assert.Equal(4, Ops.Nanmedian(new[] { 9, 1, 4, float.NaN }).Item<float>());
}
