using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SliceOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        OpContract.Check(t => Ops.Slice(t[0], [1, 0], [2, -1]), [4, 3]);
        OpContract.Check(t => Ops.Slice(t[0], [1, 2], [2, 1]), [4, 3]);
    }

    [Fact]
    public void A_part_that_would_reach_over_the_end_is_moved_back()
    {
        Assert.Equal(new[] { 3, 4 }, Ops.Slice(Ops.Arange(5), [4], [2]).ToArray<int>());
        Assert.Equal(new[] { 2, 3 }, Ops.Slice(Ops.Arange(5), [-3], [2]).ToArray<int>());
    }

    [Fact]
    public void The_start_may_be_computed()
    {
        Tensor start = new KerasTensor([1], DType.Int32);

        Assert.Equal([2], Ops.Slice(new KerasTensor([null]), start, [2]).Shape);
        Assert.Equal([null], Ops.Slice(new KerasTensor([5]), start, [-1]).Shape);
        Assert.Equal(new[] { 3, 4 }, Ops.Slice(Ops.Arange(5), Tensor.From([1], [3L]), [-1]).ToArray<int>());
    }

    [Fact]
    public void Of_known_starts_what_is_left_is_known() =>
        Assert.Equal([2, 4], Ops.Slice(new KerasTensor([null, 5]), [0, 1], [2, -1]).Shape);

    [Fact]
    public void Says_what_does_not_fit()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.Slice(Ops.Ones([3, 3]), [1, 1], [2, 4]));

        Assert.Equal(
            "Slice: expected as many start indices and sizes as x has axes, and sizes up to those of x. " +
            "Received: inputs=float32(3, 3), start_indices=int32(2,), shape=(2, 4).", e.Message);
        Assert.Throws<ShapeException>(() => Ops.Slice(Ops.Ones([3, 3]), [1, 1, 1], [2, 2]));
        Assert.Throws<ShapeException>(() => Ops.Slice(Ops.Ones([3, 3]), [1, 1], [2, 2, 2]));
    }
}

public sealed class SliceUpdateOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.SliceUpdate(t[0], [1, 1], t[1]), [4, 3], [2, 2]);

    [Fact]
    public void A_part_that_would_reach_over_the_end_is_moved_back() => Assert.Equal(
        new[] { 0, 1, 8, 9 }, Ops.SliceUpdate(Ops.Arange(4), [3], new[] { 8, 9 }).ToArray<int>());

    [Fact]
    public void Leaves_its_input_as_it_was_and_casts_the_updates()
    {
        Tensor x = new[] { 1, 2 };
        var y = Ops.SliceUpdate(x, [0], new[] { 7.9f });

        Assert.Equal(new[] { 7, 2 }, y.ToArray<int>());
        Assert.Equal(new[] { 1, 2 }, x.ToArray<int>());
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ShapeException>(() => Ops.SliceUpdate(Ops.Ones([2]), [0], Ops.Ones([3])));
        Assert.Throws<ShapeException>(() => Ops.SliceUpdate(Ops.Ones([2]), [0, 0], Ops.Ones([1])));
    }
}
