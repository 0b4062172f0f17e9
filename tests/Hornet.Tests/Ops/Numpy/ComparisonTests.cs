using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class EqualOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Equal(t[0], t[1]), Tensor.From([2, 1], [1.0, 2]), Tensor.From([2], [1.0, 2]));

    [Fact]
    public void Knows_unsigned_integers_float8_and_nothing_equal_to_what_is_no_number()
    {
        Assert.Equal([true, false], Ops.Equal(new uint[] { 3, 4 }, 3).ToArray<bool>());
        Assert.True(Ops.Equal(Ops.Cast(1, DType.Float8E4M3FN), 1).Item<bool>());
        Assert.False(Ops.Equal(float.NaN, float.NaN).Item<bool>());
    }
}

public sealed class NotEqualOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.NotEqual(t[0], t[1]), Tensor.From([2], [1.0, 2]), Tensor.From([1], [1.0]));
}

public sealed class LessOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Less(t[0], t[1]), Tensor.From([2], [1.0, 2]), Tensor.From([1], [1.5]));

    [Fact]
    public void Orders_complex_numbers_by_the_real_part_then_the_imaginary_one()
    {
        Tensor x = new Complex[] { new(1, 5), new(1, 2), new(1, 2) };
        Tensor y = new Complex[] { new(2, 0), new(1, 3), new(1, 2) };

        Assert.Equal([true, true, false], Ops.Less(x, y).ToArray<bool>());
        Assert.Equal([true, true, true], Ops.LessEqual(x, y).ToArray<bool>());
        Assert.Equal([false, false, false], Ops.Greater(x, y).ToArray<bool>());
        Assert.Equal([false, false, true], Ops.GreaterEqual(x, y).ToArray<bool>());
        Assert.Equal(y.ToArray<Complex>(), Ops.Maximum(x, y).ToArray<Complex>());
        Assert.Equal(x.ToArray<Complex>(), Ops.Minimum(x, y).ToArray<Complex>());
        Assert.Equal(new Complex(1, 2), Ops.Min(x).Item<Complex>());
        Assert.Equal(0, Ops.Argmax(x).Item<int>());
        Assert.Equal(1, Ops.Argmin(x).Item<int>());
    }
}

public sealed class LessEqualOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.LessEqual(t[0], t[1]), Tensor.From([2], [1.0, 2]), Tensor.From([1], [1.0]));
}

public sealed class GreaterOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Greater(t[0], t[1]), Tensor.From([2], [1.0, 2]), Tensor.From([1], [1.0]));
}

public sealed class GreaterEqualOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.GreaterEqual(t[0], t[1]), Tensor.From([2], [1.0, 2]), Tensor.From([1], [1.0]));
}

public sealed class IsnanOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Isnan(t[0]), Tensor.From([2], [1.0, double.NaN]));

    [Fact]
    public void Of_integers_is_false() => Assert.False(Ops.Isnan(new ushort[] { 1 }).Item<bool>());
}

public sealed class IsinfOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Isinf(t[0]), Tensor.From([2], [1.0, double.NegativeInfinity]));
}

public sealed class IsfiniteOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Isfinite(t[0]), Tensor.From([2], [1.0, double.NaN]));
}

public sealed class IsneginfOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Isneginf(t[0]), Tensor.From([2], [1.0, double.NegativeInfinity]));
}

public sealed class IsposinfOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Isposinf(t[0]), Tensor.From([2], [1.0, double.PositiveInfinity]));
}

public sealed class IsrealOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Isreal(t[0]), Tensor.From([2], [new Complex(1, 0), new Complex(1, 1)]));
}

public sealed class SignbitOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(t => Ops.Signbit(t[0]), Tensor.From([2], [1.0, -0.0]));

    [Fact]
    public void Of_minus_zero_is_true() =>
        Assert.Equal([true, false, true], Ops.Signbit(new[] { -0f, 0f, -1f }).ToArray<bool>());
}

public sealed class IscloseOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(
        t => Ops.Isclose(t[0], t[1]), Tensor.From([2, 1], [1.0, 2]), Tensor.From([2], [1.000001, 2]));

    [Fact]
    public void Infinities_are_close_to_themselves_only()
    {
        float[] x = [float.PositiveInfinity, float.PositiveInfinity, 1, float.NaN];
        float[] y = [float.PositiveInfinity, 1, float.PositiveInfinity, float.NaN];

        Assert.Equal([true, false, false, false], Ops.Isclose(x, y).ToArray<bool>());
        Assert.Equal([true, false, false, true], Ops.Isclose(x, y, equalNan: true).ToArray<bool>());
        Assert.Equal([true], Ops.Isclose(new[] { 10 }, 11, rtol: 0.1).ToArray<bool>());
    }
}

public sealed class AllCloseOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.CheckShapes(
        t => Ops.Allclose(t[0], t[1]), Tensor.From([2, 1], [1.0, 1]), Tensor.From([2], [1.000001, 1]));
}

public sealed class NextafterOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Nextafter(t[0], t[1]), Tensor.From([2], [1.0, 2]), Tensor.From([1], [1.5]));

    [Fact]
    public void Is_the_next_number() => Assert.Equal(MathF.BitIncrement(1), Ops.Nextafter(1f, 2f).Item<float>());
}

public sealed class HeavisideOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Heaviside(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Takes_the_second_where_the_first_is_zero()
    {
        using var tape = new GradientTape();
        Tensor step = new[] { 0.5f };
        tape.Watch(step);
        var y = Ops.Heaviside(new[] { -2, 0, 3, float.NaN }, step);

        Assert.Equal([0, 0.5f, 1, float.NaN], y.ToArray<float>());
        Assert.Equal([1], tape.Gradient(y, step).ToArray<float>());
    }
}

public sealed class FmaxOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Fmax(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Takes_the_number_where_the_other_is_none() =>
        Assert.Equal([1, 2], Ops.Fmax(new[] { float.NaN, 2 }, new[] { 1, float.NaN }).ToArray<float>());
}

public sealed class FminOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Fmin(t[0], t[1]), [2, 3], [3]);
}

public sealed class LogaddexpOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Logaddexp(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Does_not_overflow() =>
        Assert.Equal(1000 + MathF.Log(2), Ops.Logaddexp(1000f, 1000f).Item<float>(), 1e-3f);
}

public sealed class Logaddexp2OpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Logaddexp2(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Knows_complex_numbers()
    {
        var sum = Ops.Logaddexp2(new Complex[] { 3 }, new Complex[] { 3 }).Item<Complex>();

        Assert.Equal(4, sum.Real, 1e-12);
    }
}
