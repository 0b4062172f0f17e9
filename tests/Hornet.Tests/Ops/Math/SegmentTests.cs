using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class SegmentSumOpTests
{
    private static readonly int[] s_ids = [0, 2, 0, -1, 7];

    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.SegmentSum(t[0], s_ids, 3), [5, 2]);

    [Fact]
    public void Drops_what_lies_outside()
    {
        Assert.Equal([4, 0, 2], Ops.SegmentSum(new[] { 1, 2, 3, 4, 5 }, s_ids, 3).ToArray<int>());
        Assert.Equal([3, 10], Ops.SegmentSum(new[] { 1, 2, 10 }, new[] { 0, 0, 1 }).ToArray<int>());
        Assert.Equal(
            new Complex(4, 1), Ops.SegmentSum(new Complex[] { new(1, 1), 3 }, new[] { 0, 0 }, 1).Item<Complex>());
    }

    [Fact]
    public void The_number_of_segments_is_unknown_in_a_graph_that_does_not_say_it() => Assert.Equal(
        Shape.Create([null, 3]), Ops.SegmentSum(new float[2, 3], new KerasTensor([2], DType.Int32)).Shape);

    [Fact]
    public void Says_which_ids_fit()
    {
        var e = Assert.Throws<ShapeException>(() => Ops.SegmentSum(new float[2, 3], new[] { 0, 1, 2 }, 3));

        Assert.Equal(
            "SegmentSum: expected segment_ids with one axis as long as the first of data. " +
            "Received: data=float32(2, 3), segment_ids=int32(3,).", e.Message);
    }
}

public sealed class SegmentMaxOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.SegmentMax(t[0], new[] { 0, 1, 0, -1 }, 2), [4, 2]);

    [Fact]
    public void Of_nothing_is_the_least_there_is()
    {
        Assert.Equal(
            [2, float.NegativeInfinity], Ops.SegmentMax(new float[] { 1, 2 }, new[] { 0, 0 }, 2).ToArray<float>());
        Assert.Equal([2, int.MinValue], Ops.SegmentMax(new[] { 1, 2 }, new[] { 0, 0 }, 2).ToArray<int>());
        Assert.Equal([(Half)2], Ops.SegmentMax(new[] { (Half)1, (Half)2 }, new[] { 0, 0 }, 1).ToArray<Half>());
    }
}

public sealed class SegmentMinOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.SegmentMin(t[0], new[] { 0, 1, 0, -1 }, 2), [4, 2]);

    [Fact]
    public void Equal_elements_share_the_gradient()
    {
        using var tape = new GradientTape();
        Tensor x = new float[] { 1, 1, 3 };
        tape.Watch(x);

        Assert.Equal(
            [0.5f, 0.5f, 0], tape.Gradient(Ops.SegmentMin(x, new[] { 0, 0, 0 }, 1), x).ToArray<float>());
    }
}

public sealed class SegmentProdOpTests
{
    [Fact]
    public void Keeps_the_contract() => OpContract.Check(t => Ops.SegmentProd(t[0], new[] { 0, 2, 0, -1 }, 3), [4, 2]);

    [Fact]
    public void The_gradient_knows_zeros()
    {
        using var tape = new GradientTape();
        Tensor x = new float[] { 0, 3, 2 };
        tape.Watch(x);

        Assert.Equal([6, 0, 0], tape.Gradient(Ops.SegmentProd(x, new[] { 0, 0, 0 }, 1), x).ToArray<float>());
    }
}

public sealed class SegmentSpreadOpTests
{
    [Fact]
    public void Gives_nothing_to_rows_outside()
    {
        using var tape = new GradientTape();
        Tensor x = new float[,] { { 1 }, { 2 }, { 3 } };
        tape.Watch(x);

        Assert.Equal([1, 0, 1], tape.Gradient(Ops.SegmentSum(x, new[] { 0, 5, 1 }, 2), x).ToArray<float>());
    }
}
