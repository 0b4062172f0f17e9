using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class AddOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Add(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void A_literal_takes_the_dtype_of_the_tensor_beside_it()
    {
        Assert.Equal(DType.Int32, (Tensor.From([2], [1, 2]) + 1).DType);
        Assert.Equal(DType.Float16, (Tensor.From([1], [(Half)1]) + 1.5).DType);
        Assert.Equal(DType.Float32, (Tensor.From([2], [1, 2]) + 1.5).DType);
    }

    [Fact]
    public void Adds_integers_of_every_width_and_wraps()
    {
        Assert.Equal([254, 1], (Tensor.From([2], [(byte)253, (byte)0]) + 1).ToArray<byte>());
        Assert.Equal([0], Ops.Add(Tensor.From([1], [byte.MaxValue]), 1).ToArray<byte>());
        Assert.Equal([ushort.MaxValue], Ops.Add(Tensor.From([1], [(ushort)65534]), 1).ToArray<ushort>());
        Assert.Equal([uint.MaxValue], Ops.Add(Tensor.From([1], [uint.MaxValue - 1]), 1).ToArray<uint>());
        Assert.Equal([ulong.MaxValue], Ops.Add(Tensor.From([1], [ulong.MaxValue - 1]), 1).ToArray<ulong>());
        Assert.Equal([long.MinValue], Ops.Add(Tensor.From([1], [long.MaxValue]), 1).ToArray<long>());
        Assert.Equal([(short)-3], Ops.Add(Tensor.From([1], [(short)-5]), 2).ToArray<short>());
    }

    [Fact]
    public void Adds_integers_that_broadcast()
    {
        var sum = Ops.Add(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }, new[,] { { 10 }, { 20 } });

        Assert.Equal([11, 12, 13, 24, 25, 26], sum.ToArray<int>());
        Assert.Equal(Shape.Create([0, 2]), Ops.Add(new int[0, 2], new int[1, 2]).Shape);
        Assert.Equal([11, 12], Ops.Add(10, new[] { 1, 2 }).ToArray<int>());
    }

    [Fact]
    public void Of_bools_is_whether_either_is_true() =>
        Assert.Equal([true, false], Ops.Add(new[] { true, false }, new[] { true, false }).ToArray<bool>());

    [Fact]
    public void Adds_complex_numbers() =>
        Assert.Equal(new Complex(2, 1), Ops.Add(new Complex[] { new(1, 1) }, 1).Item<Complex>());

    [Fact]
    public void Says_which_shapes_do_not_broadcast()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Add(new float[2], new float[3]));

        Assert.Equal(
            "Add: expected tensors whose shapes broadcast. Received: x1=float32(2,), x2=float32(3,).", e.Message);
    }
}

public sealed class SubtractOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Subtract(t[0], t[1]), [2, 3], [2, 1]);

    [Fact]
    public void Subtracts_integers_that_broadcast()
    {
        Assert.Equal([-1, -2], Ops.Subtract(0, new[] { 1, 2 }).ToArray<int>());
        Assert.Equal([0, 1], Ops.Subtract(new[] { 1, 2 }, 1).ToArray<int>());
        Assert.Equal([9, 18], Ops.Subtract(new[] { 10, 20 }, new[] { 1, 2 }).ToArray<int>());
        Assert.Equal([uint.MaxValue], Ops.Subtract(Tensor.From([1], [0u]), 1).ToArray<uint>());
    }

    [Fact]
    public void Refuses_bools()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Subtract(new[] { true }, false));

        Assert.Equal(
            "Subtract: expected tensors of numbers, not of bools. Received: x1=bool(1,), x2=bool().", e.Message);
    }
}

public sealed class MultiplyOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Multiply(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Multiplies_unsigned_integers() =>
        Assert.Equal([6u, uint.MaxValue - 1], Ops.Multiply(Tensor.From([2], [3u, uint.MaxValue]), 2).ToArray<uint>());
}

public sealed class DivideOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Divide(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Of_integers_is_a_float() => Assert.Equal(0.5f, (Tensor.From([1], [1]) / 2).Item<float>());
}

public sealed class TrueDivideOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.TrueDivide(t[0], t[1]), [2, 3], [3]);

    [Fact]
    public void Is_what_the_operator_stands_for()
    {
        var quotient = (KerasTensor)(new KerasTensor([null, 3]) / 2);

        Assert.Equal("TrueDivide", quotient.History!.Value.Operation.ClassName);
    }
}

public sealed class NegativeOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Negative(t[0]), [2, 3]);

    [Fact]
    public void Of_unsigned_integers_wraps() =>
        Assert.Equal([ushort.MaxValue], (-Tensor.From([1], [(ushort)1])).ToArray<ushort>());
}

public sealed class PowerOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(
            t => Ops.Power(t[0], t[1]), Tensor.From([2, 2], [0.5, 1.5, 2, 3]), Tensor.From([2], [-1.5, 2.5]));
        OpContract.Check(t => Ops.Power(t[0], 3), [2, 3]);
        OpContract.Check(t => Ops.Power(2, t[0]), [2, 3]);
    }

    [Fact]
    public void Of_integers_is_an_integer()
    {
        Assert.Equal([-8, 1, 1, 32], Ops.Power(new[] { -2, -1, 0, 2 }, new[] { 3, 2, 0, 5 }).ToArray<int>());
        Assert.Equal([1, 0], Ops.Power(new[] { true, false }, true).ToArray<int>());
    }

    [Fact]
    public void The_gradient_is_finite_where_the_base_or_the_exponent_is_zero()
    {
        using var tape = new GradientTape();
        Tensor x = new[] { 0f, 0f, 2f };
        Tensor y = new[] { 2f, 0f, 0f };
        tape.Watch(x);
        tape.Watch(y);
        var gradients = tape.Gradients(Ops.Power(x, y), x, y);

        Assert.Equal([0, 0, 0], gradients[0].ToArray<float>());
        Assert.Equal([0, 0, MathF.Log(2)], gradients[1].ToArray<float>());
    }
}

public sealed class SquareOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Square(t[0]), [2, 3]);

    [Fact]
    public void Keeps_integers() => Assert.Equal([9, 4], Ops.Square(new[] { -3, 2 }).ToArray<int>());
}

public sealed class SqrtOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Sqrt(t[0]), Tensor.From([3], [0.5, 1, 4]));

    [Fact]
    public void Of_integers_is_a_float() => Assert.Equal([2f, 3f], Ops.Sqrt(new[] { 4, 9 }).ToArray<float>());
}

public sealed class LogOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Log(t[0]), Tensor.From([3], [0.5, 1, 4]));

    [Fact]
    public void Of_zero_is_minus_infinity() => Assert.Equal(float.NegativeInfinity, Ops.Log(0f).Item<float>());
}

public sealed class TanhOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Tanh(t[0]), [2, 3]);
}

public sealed class AbsoluteOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Absolute(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Abs(t[0]), [2, 3]);
    }

    [Fact]
    public void Of_a_complex_number_is_its_distance_from_zero() =>
        Assert.Equal([5.0], Ops.Abs(new Complex[] { new(3, -4) }).ToArray<double>());

    [Fact]
    public void The_gradient_of_a_complex_number_is_the_one_of_JAX()
    {
        using var tape = new GradientTape();
        Tensor x = new Complex[] { new(0, -4) };
        tape.Watch(x);

        Assert.Equal(new Complex(0, 1), tape.Gradient(Ops.Abs(x), x).Item<Complex>());
    }
}

public sealed class SignOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Sign(t[0]), [2, 3]);

    [Fact]
    public void Of_what_is_not_a_number_is_not_a_number() => Assert.Equal(
        [-1, 0, 1, float.NaN, 1],
        Ops.Sign(new[] { -2, 0, 1e-45f, float.NaN, float.PositiveInfinity }).ToArray<float>());
}

public sealed class ConjugateOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Conjugate(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Conj(t[0]), [2, 3]);
    }

    [Fact]
    public void Turns_the_imaginary_part_round() =>
        Assert.Equal(new Complex(1, -2), Ops.Conj(new Complex[] { new(1, 2) }).Item<Complex>());
}
