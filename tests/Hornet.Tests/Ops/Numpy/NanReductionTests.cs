using Hornet.Testing;

namespace Hornet.Tests;

public sealed class NansumOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Nansum(t[0], axis: 1), [2, 3]);

    [Fact]
    public void Skips_what_is_no_number_and_keeps_infinities()
    {
        Assert.Equal(3, Ops.Nansum(new[] { float.NaN, 1, 2 }).Item<float>());
        Assert.Equal(float.PositiveInfinity, Ops.Nansum(new[] { float.PositiveInfinity, 2 }).Item<float>());
        Assert.Equal(3u, Ops.Nansum(new byte[] { 1, 2 }).Item<uint>());
    }
}

public sealed class NanprodOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Nanprod(t[0], axis: 1), [2, 3]);

    [Fact]
    public void Skips_what_is_no_number() => Assert.Equal(6, Ops.Nanprod(new[] { float.NaN, 3, 2 }).Item<float>());
}

public sealed class NanmeanOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Nanmean(t[0], axis: [0, 1], keepdims: true), [2, 3]);

    [Fact]
    public void Of_no_number_is_no_number() => Assert.Equal(
        [1.5f, float.NaN],
        Ops.Nanmean(new[,] { { 1, float.NaN, 2 }, { float.NaN, float.NaN, float.NaN } }, axis: 1).ToArray<float>());
}

public sealed class NanvarOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Nanvar(t[0], axis: -1), [2, 3]);

    [Fact]
    public void Skips_what_is_no_number() => Assert.Equal(0.25f, Ops.Nanvar(new[] { float.NaN, 1, 2 }).Item<float>());
}

public sealed class NanstdOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Nanstd(t[0], axis: -1), [2, 3]);
}

public sealed class NancumsumOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Nancumsum(t[0], axis: 1), [2, 3]);

    [Fact]
    public void Skips_what_is_no_number() =>
        Assert.Equal([1, 1, 3], Ops.Nancumsum(new[] { 1, float.NaN, 2 }).ToArray<float>());
}

public sealed class NancumprodOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Nancumprod(t[0], axis: 1), [2, 3]);
}

public sealed class NanmaxOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Nanmax(t[0], axis: 1), [2, 3]);

    [Fact]
    public void Skips_what_is_no_number()
    {
        using var tape = new GradientTape();
        Tensor x = new[,] { { 1, float.NaN, 2 }, { float.NaN, float.NaN, float.NaN } };
        tape.Watch(x);
        var y = Ops.Nanmax(x, axis: 1);

        Assert.Equal([2, float.NaN], y.ToArray<float>());
        Assert.Equal([0, 0, 1, 0, 0, 0], tape.Gradient(y, x).ToArray<float>());
    }
}

public sealed class NanminOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Nanmin(t[0]), [2, 3]);

    [Fact]
    public void Keeps_infinities() => Assert.Equal(
        [float.NegativeInfinity, 7],
        Ops.Nanmin(new[,] { { float.NegativeInfinity, 1 }, { float.NaN, 7 } }, axis: 1).ToArray<float>());
}

public sealed class NanargmaxOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(
        t => Ops.Nanargmax(t[0], axis: 1, keepdims: true), Tensor.From([2, 2], [1, 2, double.NaN, 0]));

    [Fact]
    public void Of_no_number_is_minus_one() => Assert.Equal(
        [2, -1],
        Ops.Nanargmax(new[,] { { 1, float.NaN, 2 }, { float.NaN, float.NaN, float.NaN } }, axis: 1).ToArray<int>());
}

public sealed class NanargminOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Nanargmin(t[0]), Tensor.From([2, 2], [1, 2, double.NaN, 0]));

    [Fact]
    public void Of_integers() => Assert.Equal(1, Ops.Nanargmin(new[] { 3, 1, 2 }).Item<int>());
}

public sealed class PtpOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Ptp(t[0], axis: 1), [2, 3]);

    [Fact]
    public void Refuses_bools() => Assert.Throws<ShapeException>(() => Ops.Ptp(new bool[2]));
}

public sealed class CountNonzeroOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.CountNonzero(t[0], axis: 1), Tensor.From([2, 2], [1.0, 0, double.NaN, 3]));

    [Fact]
    public void Counts() => Assert.Equal(2, Ops.CountNonzero(new[] { 0, 3, 5 }).Item<int>());
}

public sealed class AverageOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Average(t[0], axis: 1), [2, 3]);
        var weights = Tensor.From([2], [1.0, 3]);
        OpContract.Check(t => Ops.Average(t[0], axis: 0, weights: t[1]), Tensor.From([2, 2], [1.0, 2, 3, 4]), weights);
        OpContract.Check(t => Ops.Average(t[0], weights: t[1]), Tensor.From([2], [1.0, 2]), weights);
    }

    [Fact]
    public void Weighs() =>
        Assert.Equal(1.25f, Ops.Average(new float[] { 1, 2 }, weights: new float[] { 3, 1 }).Item<float>());

    [Fact]
    public void Says_which_weights_fit()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Average(new float[2, 3], axis: 0, weights: new float[3]));

        Assert.Equal(
            "Average: expected weights of the shape of x, or with one axis that is as long as the one averaged over. " +
            "Received: x=float32(2, 3), weights=float32(3,), axis=0.", e.Message);
    }
}
