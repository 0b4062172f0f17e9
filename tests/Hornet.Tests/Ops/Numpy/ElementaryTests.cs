using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ExpOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Exp(t[0]), [2, 3]);
}

public sealed class Exp2OpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Exp2(t[0]), [2, 3]);
}

public sealed class Expm1OpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Expm1(t[0]), [2, 3]);

    [Fact]
    public void Is_exact_near_zero() => Assert.Equal(1e-10f, Ops.Expm1(1e-10f).Item<float>());
}

public sealed class Log1pOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Log1p(t[0]), Tensor.From([3], [-0.5, 1, 4]));

    [Fact]
    public void Is_exact_near_zero() => Assert.Equal(1e-10f, Ops.Log1p(1e-10f).Item<float>());
}

public sealed class Log2OpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Log2(t[0]), Tensor.From([3], [0.5, 1, 4]));
}

public sealed class Log10OpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Log10(t[0]), Tensor.From([3], [0.5, 1, 4]));
}

public sealed class ReciprocalOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Reciprocal(t[0]), [2, 3]);

    [Fact]
    public void Of_integers_is_a_float() => Assert.Equal(0.5f, Ops.Reciprocal(new[] { 2 }).Item<float>());
}

public sealed class CbrtOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Cbrt(t[0]), [2, 3]);

    [Fact]
    public void Knows_negative_numbers_and_half_precision()
    {
        Assert.Equal([3f, -2f], Ops.Cbrt(new float[] { 27, -8 }).ToArray<float>());
        Assert.Equal([(Half)3], Ops.Cbrt(new[] { (Half)27 }).ToArray<Half>());
    }
}

public sealed class Deg2radOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Deg2rad(t[0]), [2, 3]);
}

public sealed class Rad2degOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Rad2deg(t[0]), [2, 3]);

    [Fact]
    public void Of_half_a_turn_is_180() => Assert.Equal(180f, Ops.Rad2deg(MathF.PI).Item<float>());
}

public sealed class I0OpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.I0(t[0]), [2, 3]);

    [Fact]
    public void Of_half_precision_is_of_half_precision() => Assert.Equal(DType.Float16, Ops.I0(new Half[2]).DType);
}

public sealed class I1OpTests
{
    [Fact]
    public void Is_the_slope_of_I0_even_at_zero()
    {
        using var outer = new GradientTape();
        Tensor x = new double[] { 0 };
        outer.Watch(x);
        Tensor slope;
        using (var inner = new GradientTape())
        {
            inner.Watch(x);
            slope = inner.Gradient(Ops.I0(x), x);
        }

        Assert.Equal(0, slope.Item<double>());
        Assert.Equal(0.5, outer.Gradient(slope, x).Item<double>());
    }
}

public sealed class SincOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Sinc(t[0]), [2, 3]);

    [Fact]
    public void Has_value_1_and_slope_0_at_zero()
    {
        using var tape = new GradientTape();
        Tensor x = new float[] { 0 };
        tape.Watch(x);
        var y = Ops.Sinc(x);

        Assert.Equal(1, y.Item<float>());
        Assert.Equal(0, tape.Gradient(y, x).Item<float>());
    }
}

public sealed class FabsOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Fabs(t[0]), [2, 3]);

    [Fact]
    public void Refuses_complex_numbers()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Fabs(new Complex[1]));

        Assert.Equal("Fabs: expected a tensor of real floats. Received: x=complex128(1,).", e.Message);
    }
}

public sealed class FloorOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Floor(t[0]), [2, 3]);
}

public sealed class CeilOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Ceil(t[0]), [2, 3]);
}

public sealed class TruncOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Trunc(t[0]), [2, 3]);

    [Fact]
    public void Keeps_integers() => Assert.Equal([2], Ops.Trunc(new[] { 2 }).ToArray<int>());
}

public sealed class RoundOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Round(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Round(t[0], decimals: 1), [2, 3]);
    }

    [Fact]
    public void Rounds_halves_to_the_even_neighbour()
    {
        Assert.Equal([0, 2, 2, -2], Ops.Round(new[] { 0.5f, 1.5f, 2.5f, -1.5f }).ToArray<float>());
        Assert.Equal([1.2f], Ops.Round(new[] { 1.25f }, decimals: 1).ToArray<float>());
    }

    [Fact]
    public void Rounds_integers_before_the_point_only()
    {
        Assert.Equal([120, 20], Ops.Round(new[] { 123, 15 }, decimals: -1).ToArray<int>());
        Assert.Equal([123], Ops.Round(new[] { 123 }, decimals: 1).ToArray<int>());
    }

    [Fact]
    public void Keeps_what_would_overflow() =>
        Assert.Equal([1e38f], Ops.Round(new[] { 1e38f }, decimals: 3).ToArray<float>());

    [Fact]
    public void Rounds_both_parts_of_complex_numbers() =>
        Assert.Equal(new Complex(2, -1), Ops.Round(new Complex[] { new(1.7, -1.2) }).Item<Complex>());
}

public sealed class NanToNumOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.NanToNum(t[0]), [2, 3]);

    [Fact]
    public void Replaces_each_kind_by_its_own_number()
    {
        var x = new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1 };

        Assert.Equal([0, float.MaxValue, float.MinValue, 1], Ops.NanToNum(x).ToArray<float>());
        Assert.Equal([2, 3, 4, 1], Ops.NanToNum(x, 2, 3, 4).ToArray<float>());
    }

    [Fact]
    public void No_gradient_flows_where_something_was_replaced()
    {
        using var tape = new GradientTape();
        Tensor x = new[] { float.NaN, 1 };
        tape.Watch(x);

        Assert.Equal([0, 1], tape.Gradient(Ops.NanToNum(x), x).ToArray<float>());
    }
}

public sealed class RealOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Real(t[0]), [2, 3]);

    [Fact]
    public void Is_the_real_part() => Assert.Equal(1, Ops.Real(new Complex[] { new(1, 2) }).Item<double>());
}

public sealed class ImagOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Imag(t[0]), [2, 3]);

    [Fact]
    public void Is_the_imaginary_part()
    {
        using var tape = new GradientTape();
        Tensor x = new Complex[] { new(1, 2) };
        tape.Watch(x);
        var y = Ops.Imag(x);

        Assert.Equal(2, y.Item<double>());
        Assert.Equal(new Complex(0, -1), tape.Gradient(y, x).Item<Complex>());
    }
}

public sealed class AngleOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Angle(t[0]), [2, 3]);

    [Fact]
    public void Of_a_real_number_is_0_or_half_a_turn() =>
        Assert.Equal([0, MathF.PI, MathF.PI], Ops.Angle(new[] { 2f, -2f, -0f }).ToArray<float>());

    [Fact]
    public void Of_a_complex_number_has_the_gradient_of_JAX()
    {
        using var tape = new GradientTape();
        Tensor x = new Complex[] { new(0, 2) };
        tape.Watch(x);
        var y = Ops.Angle(x);

        Assert.Equal(double.Pi / 2, y.Item<double>());
        Assert.Equal(new Complex(-0.5, 0), tape.Gradient(y, x).Item<Complex>());
    }
}
