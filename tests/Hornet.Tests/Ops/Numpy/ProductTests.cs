using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class TensordotOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Tensordot(t[0], t[1]), [2, 3, 2], [3, 2, 2]);
        OpContract.Check(t => Ops.Tensordot(t[0], t[1], 0), [2], [3, 2]);
        OpContract.Check(t => Ops.Tensordot(t[0], t[1], ([0, 2], [-1, 0])), [3, 2, 4], [4, 2, 3]);
        OpContract.Check(t => Ops.Tensordot(t[0], t[1], (1, 0)), [2, 3], [3, 2]);
    }

    [Fact]
    public void Bools_and_unsigned_integers_stay_what_they_are()
    {
        Assert.True(Ops.Tensordot(new[] { true, false }, new[] { true, true }, 1).Item<bool>());
        Assert.Equal(11UL, Ops.Tensordot(new ulong[] { 1, 2 }, new ulong[] { 3, 4 }, 1).Item<ulong>());
        Assert.Equal(DType.Int8, Ops.Tensordot(new sbyte[] { 1 }, new sbyte[] { 3 }, 1).DType);
    }

    [Fact]
    public void Says_which_axes_do_not_meet()
    {
        Assert.Throws<ShapeException>(() => Ops.Tensordot(Ops.Ones([2, 3]), Ops.Ones([2, 3]), 1));
        Assert.Throws<ShapeException>(() => Ops.Tensordot(Ops.Ones([2, 3]), Ops.Ones([2, 3]), 3));
        Assert.Throws<ShapeException>(() => Ops.Tensordot(Ops.Ones([2, 2]), Ops.Ones([2, 2]), ([0, 0], [0, 1])));
        Assert.Throws<ShapeException>(() => Ops.Tensordot(Ops.Ones([2, 2]), Ops.Ones([2, 2]), ([0, 1], 0)));
    }
}

public sealed class DotOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Dot(t[0], t[1]), [2, 3], [2, 3, 2]);
        OpContract.Check(t => Ops.Dot(t[0], t[1]), [2, 3], [3]);
        OpContract.Check(t => Ops.Dot(t[0], t[1]), [2, 3], []);
    }
}

public sealed class InnerOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Inner(t[0], t[1]), [2, 3], [4, 3]);
        OpContract.Check(t => Ops.Inner(t[0], t[1]), [], [3]);
    }
}

public sealed class OuterOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Outer(t[0], t[1]), [2, 2], [3]);

    [Fact]
    public void A_literal_takes_the_dtype_of_the_tensor_beside_it() =>
        Assert.Equal(DType.UInt8, Ops.Outer(new byte[] { 1 }, 2).DType);
}

public sealed class VdotOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Vdot(t[0], t[1]), [2, 2], [4]);

    [Fact]
    public void Conjugates_the_first() => Assert.Equal(
        new Complex(5, 0), Ops.Vdot(new[] { new Complex(1, 2) }, new[] { new Complex(1, 2) }).Item<Complex>());
}

public sealed class KronOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Kron(t[0], t[1]), [2, 2], [1, 3]);
        OpContract.Check(t => Ops.Kron(t[0], t[1]), [2], [2, 3]);
        OpContract.Check(t => Ops.Kron(t[0], t[1]), [2, 1, 2], [3]);
    }
}

public sealed class CrossOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        Check([2, 1, 3], [2, 3], (x, y) => Ops.Cross(x, y));
        Check([2, 4], [4, 3], (x, y) => Ops.Cross(x, y, axisa: 0, axisc: 0));
        Check([3, 2], [2, 2], (x, y) => Ops.Cross(x, y, axis: 0));
        Check([4, 2], [2], (x, y) => Ops.Cross(x, y));

        // How many components there are must be known: the result's axes depend on it.
        static void Check(Shape first, Shape second, Func<Tensor, Tensor, Tensor> op) => OpContract.Check(
            t => op(Ops.Reshape(t[0], first), Ops.Reshape(t[1], second)), [(int)first.Size], [(int)second.Size]);
    }

    [Fact]
    public void Says_what_is_no_vector()
    {
        Assert.Throws<ShapeException>(() => Ops.Cross(Ops.Ones([4]), Ops.Ones([4])));
        Assert.Equal([null, 3], Ops.Cross(new KerasTensor([null, 3]), new KerasTensor([2])).Shape);
    }
}

public sealed class EinsumOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Einsum("ij,jk->ik", t[0], t[1]), [2, 3], [3, 2]);
        OpContract.Check(t => Ops.Einsum("...ij,...jk->...ik", t[0], t[1]), [2, 2, 3], [1, 3, 2]);
        OpContract.Check(t => Ops.Einsum("ij, kj , lk -> il", t[0], t[1], t[2]), [2, 3], [2, 3], [3, 2]);
        OpContract.Check(t => Ops.Einsum("ijk->j", t[0]), [2, 3, 2]);
        OpContract.Check(t => Ops.Einsum("b...,a->...", t[0], t[1]), [2, 3], [2]);
        OpContract.Check(t => Ops.Einsum(",ij", t[0], t[1]), [], [2, 3]);
        OpContract.Check(t => Ops.Einsum("ba,a", t[0], t[1]), [2, 3], [3]);
    }

    [Fact]
    public void Products_of_matrices_keep_the_contract()
    {
        OpContract.Check(t => Ops.Einsum("abc,cde->abde", t[0], t[1]), [2, 3, 2], [2, 2, 3]);
        OpContract.Check(t => Ops.Einsum("abcd,cde->abe", t[0], t[1]), [2, 3, 2, 2], [2, 2, 3]);
        OpContract.Check(t => Ops.Einsum("abc,dac->db", t[0], t[1]), [2, 3, 2], [3, 2, 2]); // of copies
        OpContract.Check(t => Ops.Einsum("...x,xy->...y", t[0], t[1]), [2, 2, 3], [3, 2]);
        OpContract.Check(t => Ops.Einsum("ab,bc->ac", t[0], t[1]), [2, 1], [3, 2]); // an axis that is broadcast
    }

    [Fact]
    public void Diagonals_keep_the_contract()
    {
        OpContract.Check(t => Ops.Einsum("ii->i", t[0]), Tensor.From([2, 2], [0.5, -0.7, 0.9, 1.1]));
        Assert.Equal(new float[] { 1, 0, 0, 1 }, Gradient("ii", Ops.Ones([2, 2])));
        Assert.Equal(new float[] { 1, 0, 0, 0, 0, 0, 0, 1 }, Gradient("iii->i", Ops.Ones([2, 2, 2])));
        Assert.Equal(new float[] { 1, 1, 0, 0, 0, 0, 1, 1 }, Gradient("iji->j", Ops.Reshape(Ops.Ones([8]), [2, 2, 2]))
            is var g ? [g[0], g[2], g[1], g[3], g[4], g[6], g[5], g[7]] : []);
    }

    [Fact]
    public void Without_an_arrow_letters_that_occur_once_stay_in_alphabetical_order() =>
        Assert.Equal([2, 4, 5, 3], Ops.Einsum("z...,za", Ops.Ones([6, 2, 4, 5]), Ops.Ones([6, 3])).Shape);

    [Fact]
    public void Of_int8_adds_up_in_int32()
    {
        Assert.Equal(20_000, Ops.Einsum("i,i->", new sbyte[] { 100, 100 }, new sbyte[] { 100, 100 }).Item<int>());
        Assert.Equal(3_000_000_000u, Ops.Einsum("i,i", new[] { 1_500_000_000u }, new[] { 2u }).Item<uint>());
        Assert.True(Ops.Einsum("i->", new[] { true, true }).Item<bool>());
    }

    [Theory]
    [InlineData("ij,jk->iz")]
    [InlineData("ij,jk->ii")]
    [InlineData("ij,jk,k->i")]
    [InlineData("ij,jk->i->k")]
    [InlineData("ijk,jk->i")]
    [InlineData("ij,ij->i")]
    [InlineData("i1,1k->ik")]
    public void Says_what_is_wrong_with_the_subscripts(string subscripts) =>
        Assert.Throws<ShapeException>(() => Ops.Einsum(subscripts, Ops.Ones([2, 3]), Ops.Ones([3, 4])));

    [Fact]
    public void Needs_an_operand() => Assert.Throws<ShapeException>(() => Ops.Einsum("->"));

    private static float[] Gradient(string subscripts, Tensor x)
    {
        using var tape = new GradientTape();
        tape.Watch(x);
        return tape.Gradient(Ops.Einsum(subscripts, x), x).ToArray<float>();
    }
}
