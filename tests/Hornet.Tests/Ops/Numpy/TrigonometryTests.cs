using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SinOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Sin(t[0]), [2, 3]);

    [Fact]
    public void Of_integers_is_a_float() => Assert.Equal(MathF.Sin(1), Ops.Sin(new[] { 1 }).Item<float>(), 1e-6f);
}

public sealed class CosOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Cos(t[0]), [2, 3]);
}

public sealed class TanOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Tan(t[0]), [2, 3]);
}

public sealed class ArcsinOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Arcsin(t[0]), Tensor.From([3], [-0.5, 0.1, 0.7]));
}

public sealed class ArccosOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Arccos(t[0]), Tensor.From([3], [-0.5, 0.1, 0.7]));
}

public sealed class ArctanOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Arctan(t[0]), [2, 3]);
}

public sealed class SinhOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Sinh(t[0]), [2, 3]);
}

public sealed class CoshOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Cosh(t[0]), [2, 3]);
}

public sealed class ArcsinhOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Arcsinh(t[0]), [2, 3]);
}

public sealed class ArccoshOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Arccosh(t[0]), Tensor.From([3], [1.5, 2, 3]));
}

public sealed class ArctanhOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Arctanh(t[0]), Tensor.From([3], [-0.5, 0.1, 0.7]));
}

public sealed class Arctan2OpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Arctan2(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Knows_all_quadrants() => Assert.Equal(
        [MathF.PI / 4, 3 * MathF.PI / 4, -3 * MathF.PI / 4, -MathF.PI / 4],
        Ops.Arctan2(new float[] { 1, 1, -1, -1 }, new float[] { 1, -1, -1, 1 }).ToArray<float>());

    [Fact]
    public void Of_complex_numbers_is_the_one_of_real_numbers_where_they_are_real()
    {
        var angle = Ops.Arctan2(new Complex[] { 1 }, new Complex[] { 1 }).Item<Complex>();

        Assert.Equal(double.Pi / 4, angle.Real, 1e-12);
        Assert.Equal(0, angle.Imaginary, 1e-12);
    }
}

public sealed class HypotOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Hypot(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Does_not_overflow() => Assert.Equal(5e30f, Ops.Hypot(3e30f, 4e30f).Item<float>(), 1e24f);

    [Fact]
    public void Has_no_slope_at_zero()
    {
        using var tape = new GradientTape();
        Tensor x = new float[] { 0 };
        tape.Watch(x);

        Assert.Equal(0, tape.Gradient(Ops.Hypot(x, 0), x).Item<float>());
    }
}
