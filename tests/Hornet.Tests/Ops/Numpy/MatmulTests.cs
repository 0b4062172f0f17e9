using Hornet.Testing;

namespace Hornet.Tests;

public sealed class MatmulOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Matmul(t[0], t[1]), [2, 3], [3, 4]);
        OpContract.Check(t => Ops.Matmul(t[0], t[1]), [3], [3]);
        OpContract.Check(t => Ops.Matmul(t[0], t[1]), [3], [2, 3, 2]);
        OpContract.Check(t => Ops.Matmul(t[0], t[1]), [2, 2, 3], [3]);
        OpContract.Check(t => Ops.Matmul(t[0], t[1]), [2, 2, 3], [3, 2]);
        OpContract.Check(t => Ops.Matmul(t[0], t[1]), [2, 1, 2, 3], [3, 3, 1]);
    }

    [Fact]
    public void Of_half_precision_stays_in_it()
    {
        Half[,] half = { { (Half)1, (Half)2 } };
        var x = Ops.Cast(half, DType.BFloat16);

        Assert.Equal((Half)5, Ops.Matmul(half, Ops.Transpose(half)).Item<Half>());
        Assert.Equal(5f, Ops.Matmul(x, Ops.Transpose(x)).Item<float>());
    }

    [Fact]
    public void Of_int8_adds_up_in_int32() => Assert.Equal(
        20_000, Ops.Matmul(new sbyte[] { 100, 100 }, new sbyte[] { 100, 100 }).Item<int>());

    [Fact]
    public void Of_unsigned_integers_stays_in_them() => Assert.Equal(
        3_000_000_000u, Ops.Matmul(new uint[] { 1_500_000_000, 0 }, new uint[] { 2, 1 }).Item<uint>());

    [Fact]
    public void Of_bools_is_or_of_ands()
    {
        bool[,] x = { { true, true }, { false, true } };

        Assert.Equal(new[] { true, true, false, true }, Ops.Matmul(x, x).ToArray<bool>());
        Assert.True(Ops.Matmul(Ops.Ones([256], DType.Bool), Ops.Ones([256], DType.Bool)).Item<bool>());
    }

    [Fact]
    public void Of_no_elements_is_zero()
    {
        Assert.Equal(new float[4], Ops.Matmul(Ops.Zeros([2, 0]), Ops.Zeros([0, 2])).ToArray<float>());
        Assert.Equal([0, 2], Ops.Matmul(Ops.Zeros([0, 3]), Ops.Zeros([3, 2])).Shape);
    }

    [Theory]
    [InlineData(1, 32)]
    [InlineData(4, 3)]
    [InlineData(30, 100)]
    public void Has_the_bits_of_a_program_however_the_operands_lie(int m, int k)
    {
        var x = Compiled.Values([m, k], hasSpecial: false);
        var y = Compiled.Values([k, m], seed: 1, hasSpecial: false);
        var batch = Compiled.Values([2, k, m], seed: 2, hasSpecial: false);
        Compiled.GivesTheBitsOf(
            t =>
            [
                Ops.Matmul(Ops.Transpose(t[1]), Ops.Transpose(t[0])),
                Ops.Matmul(Ops.Transpose(t[2][0]), t[1]),
                Ops.Matmul(Ops.Swapaxes(t[2], 1, 2), t[1]),
                Ops.Matmul(t[2], Ops.Transpose(t[1])),
                Ops.Matmul(t[0][..1], t[1][.., ..1]),
                Ops.Matmul(Ops.ExpandDims(t[0][..1], 0), t[1]),
                Ops.Matmul(Ops.ExpandDims(t[0][..1], 0), Ops.Transpose(t[0])),
                Ops.Matmul(Ops.Swapaxes(t[2][.., .., ..1], 1, 2), t[1]),
            ],
            x,
            y,
            batch);
    }

    [Fact]
    public void Says_which_axes_do_not_fit()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Matmul(new float[2, 3], new float[2, 3]));

        Assert.Equal(
            "Matmul: expected tensors of at least 1 axis whose inner axes (the last of x1, the last but one of x2) " +
            "are equal and whose outer axes broadcast. Received: x1=float32(2, 3), x2=float32(2, 3).", e.Message);
        Assert.Throws<ShapeException>(() => Ops.Matmul(new float[2, 3], 2));
        Assert.Throws<ShapeException>(() => Ops.Matmul(Ops.Ones([2, 2, 3]), Ops.Ones([3, 3, 2])));
    }
}
