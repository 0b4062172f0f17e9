using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SortOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Sort(t[0]), [2, 4]);
        OpContract.Check(t => Ops.Sort(t[0], axis: 0), [3, 2]);
        OpContract.Check(t => Ops.Sort(t[0], axis: null), [2, 3]);
    }

    [Fact]
    public void What_is_not_a_number_comes_last() => Assert.Equal(
        new[] { float.NegativeInfinity, 1, float.PositiveInfinity, float.NaN },
        Ops.Sort(new[] { float.NaN, 1, float.PositiveInfinity, float.NegativeInfinity }).ToArray<float>());

    [Fact]
    public void Sorts_every_dtype()
    {
        Assert.Equal(new uint[] { 1, 4_000_000_000 }, Ops.Sort(new uint[] { 4_000_000_000, 1 }).ToArray<uint>());
        Assert.Equal(new[] { false, true }, Ops.Sort(new[] { true, false }).ToArray<bool>());
        Assert.Equal(
            [new(1, 2), new(1, 3), new(2, 0)],
            Ops.Sort(new Complex[] { new(2, 0), new(1, 3), new(1, 2) }).ToArray<Complex>());
    }

    [Fact]
    public void Says_which_axis_there_is_not()
    {
        Assert.Throws<ShapeException>(() => Ops.Sort(Ops.Ones([2]), axis: 1));
        Assert.Throws<ShapeException>(() => Ops.Sort(Ops.Ones([])));
    }
}

public sealed class ArgsortOpTests
{
    [Fact]
    public void Equal_elements_keep_their_order() =>
        Assert.Equal(new[] { 1, 3, 0, 2 }, Ops.Argsort(new[] { 2, 1, 2, 1 }).ToArray<int>());

    [Fact]
    public void Gives_int32_indices_of_any_axis()
    {
        OpContract.CheckShapes(t => Ops.Argsort(t[0], axis: 0), Tensor.From([2, 2], [3.0, 1, 2, 4]));
        Assert.Equal([4], Ops.Argsort(Ops.Ones([2, 2]), axis: null).Shape);
        Assert.Equal([1], Ops.Argsort(Ops.Ones([])).Shape);
    }
}

public sealed class ArgpartitionOpTests
{
    [Fact]
    public void The_smallest_come_first_and_the_others_as_they_were()
    {
        Assert.Equal(new[] { 3, 2, 0, 1 }, Ops.Argpartition(new[] { 3, 4, 2, 1 }, 1).ToArray<int>());
        Assert.Equal(new[] { 3, 2, 0, 1 }, Ops.Argpartition(new[] { 3, 4, 2, 1 }, -1).ToArray<int>());
        Assert.Equal([3, 2], Ops.Argpartition(Ops.Ones([3, 2]), 1, axis: 0).Shape);
    }

    [Fact]
    public void Gives_int32_indices() => OpContract.CheckShapes(
        t => Ops.Argpartition(t[0], 1, axis: null), Tensor.From([2, 2], [3.0, 1, 2, 4]));

    [Fact]
    public void Says_which_place_there_is_not() =>
        Assert.Throws<ShapeException>(() => Ops.Argpartition(new[] { 3, 4 }, 2));
}

// The kernel behind them, whose gradient the contract of Sort takes.
public sealed class SortedOpTests
{
    [Fact]
    public void Sorts_no_elements() => Assert.Equal([0, 2], Ops.Sort(Ops.Zeros([0, 2]), axis: 0).Shape);
}

public sealed class SearchSortedOpTests
{
    [Fact]
    public void Finds_the_place_on_either_side()
    {
        int[] sorted = [1, 2, 2, 4];

        Assert.Equal(new[] { 0, 1, 3, 4 }, Ops.Searchsorted(sorted, new[] { 1, 2, 3, 5 }).ToArray<int>());
        Assert.Equal(new[] { 1, 3, 3, 4 }, Ops.Searchsorted(sorted, new[] { 1, 2, 3, 5 }, "right").ToArray<int>());
        Assert.Equal(2, Ops.Searchsorted(new uint[] { 1, 2 }, 2.5).Item<int>());
        Assert.Equal(1, Ops.Searchsorted(new Complex[] { new(1, 1), new(1, 2) }, new Complex(1, 2)).Item<int>());
        Assert.Equal(2, Ops.Searchsorted(new Complex[] { 1, 2 }, 2, "right").Item<int>());
    }

    [Fact]
    public void Gives_the_shape_of_the_values() => OpContract.CheckShapes(
        t => Ops.Searchsorted(t[0], t[1]), Tensor.From([3], [1.0, 2, 3]), Tensor.From([2, 1], [0.0, 2]));

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => Ops.Searchsorted(new[] { 1 }, 1, "mid"));
        Assert.Throws<ShapeException>(() => Ops.Searchsorted(new int[1, 1], 1));
    }
}

public sealed class DigitizeOpTests
{
    [Fact]
    public void Counts_the_edges_at_or_below()
    {
        Assert.Equal(new[] { 0, 1, 1, 2 }, Ops.Digitize(new[] { -1, 0, 2.5, 3 }, new[] { 0, 3 }).ToArray<int>());
        Assert.Equal(new[] { 2, 1, 1, 0 }, Ops.Digitize(new[] { -1, 0, 2.5, 3 }, new[] { 3, 0 }).ToArray<int>());
    }

    [Fact]
    public void Gives_the_shape_of_the_numbers() => OpContract.CheckShapes(
        t => Ops.Digitize(t[0], t[1]), Tensor.From([2, 1], [1.0, 2]), Tensor.From([2], [0.0, 2]));

    [Fact]
    public void Says_what_are_no_edges() => Assert.Throws<ShapeException>(() => Ops.Digitize(1, new int[1, 1]));
}
