using Hornet.Testing;

namespace Hornet.Tests;

public sealed class FlipOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Flip(t[0]), [2, 3]);
        OpContract.Check(t => Ops.Flip(t[0], axis: [0, -1]), [2, 3, 2]);
    }

    [Fact]
    public void Says_which_axis_there_is_not() => Assert.Throws<ShapeException>(() => Ops.Flip(Ops.Ones([2]), axis: 1));
}

public sealed class FliplrOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Fliplr(t[0]), [2, 3]);

    [Fact]
    public void Needs_two_axes() => Assert.Throws<ShapeException>(() => Ops.Fliplr(Ops.Ones([2])));
}

public sealed class FlipudOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Flipud(t[0]), [2, 3]);
}

public sealed class RollOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Roll(t[0], 2), [2, 3]);
        OpContract.Check(t => Ops.Roll(t[0], -4, axis: -1), [2, 3]);
        OpContract.Check(t => Ops.Roll(t[0], [1, 2], axis: [0, 1]), [2, 3]);
    }

    [Fact]
    public void One_shift_counts_for_all_axes_and_several_for_one()
    {
        Tensor x = new[,] { { 1, 2, 3 }, { 3, 2, 1 } };

        Assert.Equal(new[] { 1, 3, 2, 3, 1, 2 }, Ops.Roll(x, 1, axis: [0, 1]).ToArray<int>());
        Assert.Equal(new[] { 1, 2, 3, 3, 2, 1 }, Ops.Roll(x, [1, 2], axis: 1).ToArray<int>());
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.Roll(Ops.Ones([2, 3]), 1, axis: 2));
        Assert.Throws<ShapeException>(() => Ops.Roll(Ops.Ones([2, 3]), [1, 2, 3], axis: [0, 1]));
    }
}

public sealed class Rot90OpTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Keeps_the_contract(int k) => OpContract.Check(t => Ops.Rot90(t[0], k, [-1, 0]), [2, 3, 2]);

    [Fact]
    public void Turns_from_the_first_axis_towards_the_second() => Assert.Equal(
        new[] { 2, 4, 1, 3 }, Ops.Rot90(new[,] { { 1, 2 }, { 3, 4 } }).ToArray<int>());

    [Fact]
    public void Says_what_is_no_plane()
    {
        Assert.Throws<ShapeException>(() => Ops.Rot90(Ops.Ones([2])));
        Assert.Throws<ShapeException>(() => Ops.Rot90(Ops.Ones([2, 2]), axes: [0, 0]));
        Assert.Throws<ShapeException>(() => Ops.Rot90(Ops.Ones([2, 2]), axes: [0]));
    }
}

public sealed class TileOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Tile(t[0], 2), [2, 3]);
        OpContract.Check(t => Ops.Tile(t[0], [2, 1, 3]), [2, 3]);
        OpContract.Check(t => Ops.Tile(t[0], [2]), [2, 2]);
    }

    [Fact]
    public void None_is_a_number_too() => Assert.Equal([2, 0], Ops.Tile(Ops.Ones([2, 3]), 0).Shape);

    [Fact]
    public void Says_what_is_no_number_of_times() =>
        Assert.Throws<ShapeException>(() => Ops.Tile(Ops.Ones([2, 3]), -1));
}

public sealed class RepeatOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Repeat(t[0], 2), [2, 3]);
        OpContract.Check(t => Ops.Repeat(t[0], 3, axis: -1), [2, 3]);
        OpContract.Check(t => Ops.Repeat(t[0], [2, 0, 1], axis: 0), [3, 2]);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.Repeat(Ops.Ones([2, 3]), [1, 1, 1], axis: 0));
        Assert.Throws<ShapeException>(() => Ops.Repeat(Ops.Ones([2, 3]), -1, axis: 0));
    }
}

public sealed class RepeatEachOpTests
{
    [Fact]
    public void Repeats_each_element_in_a_row() =>
        Assert.Equal(new[] { 1, 1, 2, 2 }, Ops.Repeat(new[] { 1, 2 }, 2).ToArray<int>());
}

public sealed class MeshgridOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Combined(Ops.Meshgrid([t[0], t[1], t[2]])), [2], [3], [2]);
        OpContract.Check(t => Combined(Ops.Meshgrid([t[0], t[1]], "ij")), [2, 2], [3]);

        static Tensor Combined(Tensor[] grid) => grid[0] * grid[1] + grid[^1];
    }

    [Fact]
    public void The_first_coordinate_runs_along_the_columns()
    {
        var grid = Ops.Meshgrid([new[] { 1, 2, 3 }, new[] { 4f, 5 }]);

        Assert.Equal(new[] { 1, 2, 3, 1, 2, 3 }, grid[0].ToArray<int>());
        Assert.Equal(new[] { 4f, 4, 4, 5, 5, 5 }, grid[1].ToArray<float>());
        Assert.Equal([2], Ops.Meshgrid([new int[2]])[0].Shape);
        Assert.Throws<ArgumentException>(() => Ops.Meshgrid([new int[2]], "kk"));
    }
}

public sealed class TrilOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Tril(t[0], -1), [2, 3, 3]);

    [Fact]
    public void Takes_unsigned_integers() => Assert.Equal(
        new uint[] { 1, 0, 3, 4 }, Ops.Tril(new uint[,] { { 1, 2 }, { 3, 4 } }).ToArray<uint>());

    [Fact]
    public void Needs_a_matrix() => Assert.Throws<ShapeException>(() => Ops.Tril(Ops.Ones([2])));
}

public sealed class TriuOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.Triu(t[0], 1), [3, 2]);
}
