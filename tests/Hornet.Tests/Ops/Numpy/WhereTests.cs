using Hornet.Testing;

namespace Hornet.Tests;

public sealed class WhereOpTests
{
    private static readonly Tensor s_condition = new[] { true, false, true };

    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Where(s_condition, t[0], t[1]), [2, 3], [3]);
        OpContract.Check(t => Ops.Where(t[0] > 0, t[0] * t[0], t[0]), [2, 3]);
    }

    [Fact]
    public void Values_are_promoted_and_literals_are_weak()
    {
        Assert.Equal(new[] { 1f, 2.5f, 1f }, Ops.Where(s_condition, 1, 2.5).ToArray<float>());
        Assert.Equal(DType.Float16, Ops.Where(s_condition, new[] { (Half)1 }, 0.5).DType);
        Assert.Equal(
            new ulong[] { 1, 2, 1 },
            Ops.Where(s_condition, new ulong[] { 1 }, new ulong[] { 2 }).ToArray<ulong>());
    }

    [Fact]
    public void Every_number_but_0_counts_as_true() =>
        Assert.Equal(new[] { 1, 0, 1 }, Ops.Where(new[] { 0.5f, 0, float.NaN }, 1, 0).ToArray<int>());

    [Fact]
    public void Says_what_does_not_broadcast() =>
        Assert.Throws<ShapeException>(() => Ops.Where(s_condition, new float[2], 0));
}

public sealed class NonzeroOpTests
{
    [Fact]
    public void Gives_the_indices_of_each_axis_in_row_major_order()
    {
        var indices = Ops.Nonzero(new[,] { { 0, 5 }, { 6, 7 } });

        Assert.Equal(new[] { 0, 1, 1 }, indices[0].ToArray<int>());
        Assert.Equal(new[] { 1, 0, 1 }, indices[1].ToArray<int>());
        Assert.Equal(new[] { 1, 2 }, Ops.Where(new[] { false, true, true })[0].ToArray<int>());
    }

    [Fact]
    public void Their_number_is_unknown_in_a_graph() => OpContract.CheckShapes(
        t => Ops.Cast(Ops.Sum(Ops.Nonzero(t[0])[1]), DType.Float64), Tensor.From([2, 2], [0.0, 5, 6, 7]));

    [Fact]
    public void A_scalar_counts_as_one_of_one_element() => Assert.Equal([1], Assert.Single(Ops.Nonzero(3)).Shape);

    [Fact]
    public void Unsigned_integers_count() =>
        Assert.Equal(new[] { 1 }, Ops.Nonzero(new uint[] { 0, 4_000_000_000 })[0].ToArray<int>());
}
