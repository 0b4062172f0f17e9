using Hornet.Testing;

namespace Hornet.Tests;

public sealed class CumsumOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Cumsum(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Cumsum(t[0], axis: -1), [2, 3]);
    }

    [Fact]
    public void Keeps_small_integers_and_counts_bools()
    {
        Assert.Equal([(sbyte)1, (sbyte)3], Ops.Cumsum(new sbyte[] { 1, 2 }).ToArray<sbyte>());
        Assert.Equal([1, 2], Ops.Cumsum(new[] { true, true }).ToArray<int>());
        Assert.Equal([1u, 3u], Ops.Cumsum(new uint[] { 1, 2 }).ToArray<uint>());
        Assert.Equal([1.0, 3.0], Ops.Cumsum(new[] { 1, 2 }, dtype: DType.Float64).ToArray<double>());
        Assert.Equal([1f], Ops.Cumsum(1f).ToArray<float>());
    }
}

public sealed class CumprodOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Cumprod(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Cumprod(t[0], axis: 0), [3, 2]);
    }

    [Fact]
    public void The_gradient_knows_zeros()
    {
        using var tape = new GradientTape();
        Tensor x = new float[] { 2, 0, 3, 0, 5 };
        tape.Watch(x);

        Assert.Equal([1, 8, 0, 0, 0], tape.Gradient(Ops.Cumprod(x), x).ToArray<float>());
    }
}

public sealed class RunningSumOpTests
{
    [Fact]
    public void Goes_backwards_in_the_gradient()
    {
        using var tape = new GradientTape();
        Tensor x = new float[] { 1, 1, 1 };
        tape.Watch(x);

        Assert.Equal([3, 2, 1], tape.Gradient(Ops.Cumsum(x), x).ToArray<float>());
    }
}

public sealed class RunningProductOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Cumprod(t[0], axis: 1), [2, 3]);
}

public sealed class FlatOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Cumsum(t[0], axis: null), [2, 3]);
}

public sealed class UnflatOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Cumprod(t[0], axis: null), [2, 1, 3]);
}

public sealed class DiffOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Diff(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Diff(t[0], n: 2, axis: 0), [4, 2]);
        OpContract.Check(t => Ops.Diff(t[0], n: 0), [2, 3]);
    }

    [Fact]
    public void Of_integers_and_bools()
    {
        Assert.Equal([3, 5], Ops.Diff(new[] { 1, 4, 9 }).ToArray<int>());
        Assert.Equal([ushort.MaxValue], Ops.Diff(new ushort[] { 1, 0 }).ToArray<ushort>());
        Assert.Equal([true, false], Ops.Diff(new[] { true, false, false }).ToArray<bool>());
        Assert.Equal(Shape.Create([0]), Ops.Diff(new[] { 1, 2 }, n: 5).Shape);
    }

    [Fact]
    public void Says_how_often_it_can_be_taken()
    {
        var e = Assert.Throws<ArgumentException>(() => Ops.Diff(new float[2], n: -1));

        Assert.StartsWith("Diff: expected n to be 0 or more. Received: n=-1.", e.Message, StringComparison.Ordinal);
    }
}

public sealed class DiffTransposeOpTests
{
    [Fact]
    public void Is_the_gradient_of_differences()
    {
        using var tape = new GradientTape();
        Tensor x = new float[] { 1, 4, 9 };
        tape.Watch(x);

        Assert.Equal([-1, 0, 1], tape.Gradient(Ops.Diff(x), x).ToArray<float>());
    }
}

public sealed class TrapezoidOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Trapezoid(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Trapezoid(t[0], dx: 0.5, axis: 0), [3, 2]);
        OpContract.Check(t => Ops.Trapezoid(t[0], t[1], axis: 0), [3, 2], [3]);
        OpContract.Check(t => Ops.Trapezoid(t[0], t[1]), [2, 3], [2, 3]);
    }

    [Fact]
    public void Of_integers_is_a_float() => Assert.Equal(4f, Ops.Trapezoid(new[] { 1, 2, 3 }).Item<float>());
}

public sealed class PairsOpTests
{
    [Fact]
    public void Of_one_value_the_area_is_zero() => Assert.Equal(0f, Ops.Trapezoid(new float[] { 5 }).Item<float>());
}

public sealed class PairsTransposeOpTests
{
    [Fact]
    public void Gives_half_a_step_to_the_ends()
    {
        using var tape = new GradientTape();
        Tensor x = new float[] { 1, 4, 9 };
        tape.Watch(x);

        Assert.Equal([0.5f, 1, 0.5f], tape.Gradient(Ops.Trapezoid(x), x).ToArray<float>());
    }
}
