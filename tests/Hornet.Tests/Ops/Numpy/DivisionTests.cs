using Hornet.Testing;

namespace Hornet.Tests;

public sealed class FloorDivideOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.FloorDivide(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Rounds_down()
    {
        Assert.Equal([-3, 2, -3, 2], Ops.FloorDivide(new[] { -7, 7, 7, -7 }, new[] { 3, 3, -3, -3 }).ToArray<int>());
        Assert.Equal([-3f], Ops.FloorDivide(new[] { -7f }, 3f).ToArray<float>());
        Assert.Equal([1], Ops.FloorDivide(new[] { true }, true).ToArray<int>());
    }

    [Fact]
    public void Survives_the_divisors_at_which_the_processor_stops()
    {
        Assert.Equal([0, 0], Ops.FloorDivide(new[] { 7, 0 }, 0).ToArray<int>());
        Assert.Equal([int.MinValue], Ops.FloorDivide(new[] { int.MinValue }, -1).ToArray<int>());
        Assert.Equal([long.MinValue], Ops.FloorDivide(new[] { long.MinValue }, -1).ToArray<long>());
        Assert.Equal([0ul], Ops.FloorDivide(new[] { 7ul }, new[] { ulong.MaxValue }).ToArray<ulong>());
    }
}

public sealed class ModOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Mod(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Has_the_sign_of_the_divisor()
    {
        Assert.Equal([2, 1, -2, -1], Ops.Mod(new[] { -7, 7, 7, -7 }, new[] { 3, 3, -3, -3 }).ToArray<int>());
        Assert.Equal([2f], (Tensor.From([1], [-7f]) % 3f).ToArray<float>());
    }

    [Fact]
    public void Survives_the_divisors_at_which_the_processor_stops()
    {
        Assert.Equal([0], Ops.Mod(new[] { 7 }, 0).ToArray<int>());
        Assert.Equal([0], Ops.Mod(new[] { int.MinValue }, -1).ToArray<int>());
    }
}

public sealed class FmodOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Fmod(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Has_the_sign_of_the_dividend() =>
        Assert.Equal([-1, 1, 1, -1], Ops.Fmod(new[] { -7, 7, 7, -7 }, new[] { 3, 3, -3, -3 }).ToArray<int>());
}

public sealed class DivideNoNanOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.DivideNoNan(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Is_zero_and_has_no_slope_where_the_divisor_is_zero()
    {
        using var tape = new GradientTape();
        Tensor x = new[] { 1f, float.NaN, 6f };
        Tensor y = new float[] { 0, 0, 2 };
        tape.Watch(x);
        tape.Watch(y);
        var quotient = Ops.DivideNoNan(x, y);
        var gradients = tape.Gradients(quotient, x, y);

        Assert.Equal([0, 0, 3], quotient.ToArray<float>());
        Assert.Equal([0, 0, 0.5f], gradients[0].ToArray<float>());
        Assert.Equal([0, 0, -1.5f], gradients[1].ToArray<float>());
    }
}

public sealed class GcdOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Gcd(t[0], t[1]), Tensor.From([2, 1], [12, -8]), Tensor.From([2], [18, 4]));

    [Fact]
    public void Of_integers_of_any_kind()
    {
        Assert.Equal([6u, 2u], Ops.Gcd(new uint[] { 12, 8 }, 18).ToArray<uint>());
        Assert.Equal([6], Ops.Gcd(new[] { -12 }, 18).ToArray<int>());
    }

    [Fact]
    public void Refuses_floats_and_bools()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Gcd(new float[1], 2));
        Assert.StartsWith("Gcd: expected tensors of integers. Received: ", e.Message, StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => Ops.Gcd(new bool[1], true));
    }

    [Fact]
    public void A_graph_of_floats_takes_a_literal_for_a_tensor_of_floatx()
    {
        Assert.Equal(DType.Float32, Ops.Gcd(new KerasTensor([3], DType.Float16), 1.5).DType);
        Assert.Equal(DType.Int8, Ops.Gcd(new KerasTensor([3], DType.Int8), 2).DType);
    }
}

public sealed class LcmOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.Lcm(t[0], t[1]), Tensor.From([2, 1], [12, 8]), Tensor.From([2], [18, 4]));

    [Fact]
    public void Is_the_smallest_number_that_both_divide() =>
        Assert.Equal([20, 30], Ops.Lcm(new[] { 4, 6 }, 10).ToArray<int>());
}

public sealed class LdexpOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Ldexp(t[0], new[] { 2, -3, 0 }), [2, 3]);

    [Fact]
    public void Does_not_overflow_on_the_way() =>
        Assert.Equal([MathF.ScaleB(1e-30f, 200)], Ops.Ldexp(new[] { 1e-30f }, 200).ToArray<float>());

    [Fact]
    public void Wants_whole_exponents()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Ldexp(new float[1], new float[1]));

        Assert.Equal("Ldexp: expected a tensor of integers. Received: x2=float32(1,).", e.Message);
    }
}

public sealed class LeftShiftOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.LeftShift(t[0], t[1]), Tensor.From([2, 1], [1, 3]), Tensor.From([2], [1, 2]));

    [Fact]
    public void Leaves_nothing_of_a_move_by_all_bits()
    {
        Assert.Equal([4, 0, 0], Ops.LeftShift(new[] { 1, 1, 1 }, new[] { 2, 32, -1 }).ToArray<int>());
        Assert.Equal([(byte)128, (byte)0], Ops.LeftShift(new byte[] { 1, 1 }, new byte[] { 7, 8 }).ToArray<byte>());
        Assert.Equal([1 << 31], Ops.LeftShift(new[] { 1 }, 31).ToArray<int>());
    }

    [Fact]
    public void Refuses_floats() => Assert.Throws<ShapeException>(() => Ops.LeftShift(new float[1], 1f));
}

public sealed class BitwiseLeftShiftOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.BitwiseLeftShift(t[0], t[1]), Tensor.From([2], [1, 3]), Tensor.From([1], [2]));
}

public sealed class RightShiftOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.RightShift(t[0], t[1]), Tensor.From([2], [8, -8]), Tensor.From([1], [2]));

    [Fact]
    public void Keeps_the_sign()
    {
        Assert.Equal([1, -3, -1, 0], Ops.RightShift(new[] { 4, -12, -1, 7 }, new[] { 2, 2, 40, 40 }).ToArray<int>());
        Assert.Equal([1ul], Ops.RightShift(new[] { ulong.MaxValue }, 63).ToArray<ulong>());
    }
}

public sealed class BitwiseRightShiftOpTests
{
    [Fact]
    public void Keeps_the_contract() =>
        OpContract.CheckShapes(t => Ops.BitwiseRightShift(t[0], t[1]), Tensor.From([2], [8, 3]), Tensor.From([1], [2]));
}
