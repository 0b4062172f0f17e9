using System.Numerics;
using Hornet.Testing;

namespace Hornet.Tests;

public sealed class UniqueOpTests
{
    private static readonly Tensor s_numbers = new[] { 3, 1, 2, 1 };

    [Fact]
    public void Gives_each_element_once_and_what_is_asked_for()
    {
        var all = Ops.Unique(s_numbers, returnIndex: true, returnInverse: true, returnCounts: true);

        Assert.Equal(
            new[] { new[] { 1, 2, 3 }, [1, 2, 0], [2, 0, 1, 0], [2, 1, 1] },
            all.Flatten().Select(tensor => tensor.ToArray<int>()));
        Assert.Equal(new[] { 1, 2, 3 }, Ops.Unique(s_numbers).Value.ToArray<int>());
    }

    [Fact]
    public void Compares_slices_of_an_axis()
    {
        Tensor x = new[,] { { 1, 0 }, { 0, 1 }, { 1, 0 } };
        var all = Ops.Unique(x, returnInverse: true, axis: 0);

        Assert.Equal(new[] { 0, 1, 1, 0 }, all[0].Value.ToArray<int>());
        Assert.Equal(new[] { 1, 0, 1 }, all[1].Value.ToArray<int>());
        Assert.Equal([3, 2], Ops.Unique(x, axis: 1).Value.Shape);
        Assert.Equal([0, 3], Ops.Unique(Ops.Zeros([0, 3]), axis: 0).Value.Shape);
        Assert.Equal([1, 0], Ops.Unique(Ops.Zeros([3, 0]), axis: 0).Value.Shape);
    }

    [Fact]
    public void A_size_cuts_or_fills()
    {
        Assert.Equal(new[] { 1, 2 }, Ops.Unique(s_numbers, size: 2).Value.ToArray<int>());
        Assert.Equal(new[] { 1, 2, 3, 1 }, Ops.Unique(s_numbers, size: 4).Value.ToArray<int>());
        var all = Ops.Unique(s_numbers, returnCounts: true, size: 4, fillValue: -1);
        Assert.Equal(new[] { 1, 2, 3, -1 }, all[0].Value.ToArray<int>());
        Assert.Equal(new[] { 2, 1, 1, 0 }, all[1].Value.ToArray<int>());
    }

    [Fact]
    public void What_is_not_a_number_equals_nothing() => Assert.Equal(
        new[] { 1, float.NaN, float.NaN }, Ops.Unique(new[] { float.NaN, 1, float.NaN }).Value.ToArray<float>());

    [Fact]
    public void Takes_every_dtype()
    {
        Assert.Equal(new[] { 4_000_000_000 }, Ops.Unique(new[] { 4_000_000_000, 4_000_000_000 }).Value.ToArray<uint>());
        Assert.Equal(
            [new(1, 2), new(1, 3)],
            Ops.Unique(new Complex[] { new(1, 3), new(1, 2), new(1, 3) }).Value.ToArray<Complex>());
    }

    [Fact]
    public void In_a_graph_their_number_is_unknown_unless_it_is_said()
    {
        var x = new KerasTensor([2, 4]);
        var all = Ops.Unique(x, returnIndex: true, returnInverse: true, axis: 0);

        Assert.Equal(new Shape[] { [null, 4], [null], [2] }, all.Flatten().Select(tensor => tensor.Shape));
        Assert.Equal([3, 4], Ops.Unique(x, axis: 0, size: 3).Value.Shape);
        Assert.Equal([2, 4], Ops.Unique(x, returnInverse: true)[1].Value.Shape);
    }
}

public sealed class DistinctOpTests
{
    [Fact]
    public void The_first_of_equal_elements_has_the_gradient()
    {
        Tensor x = new float[] { 2, 1, 2 };
        using var tape = new GradientTape();
        tape.Watch(x);

        Assert.Equal(new float[] { 1, 1, 0 }, tape.Gradient(Ops.Unique(x).Value, x).ToArray<float>());
    }
}

public sealed class ReshapeLikeOpTests
{
    [Fact]
    public void Takes_the_shape_of_what_was_compared() =>
        Assert.Equal([2, 2], Ops.Unique(new int[2, 2], returnInverse: true)[1].Value.Shape);
}

public sealed class IsInOpTests
{
    [Fact]
    public void Asks_for_each_element()
    {
        Assert.Equal(new[] { false, true }, Ops.Isin(new[] { 1, 2 }, new[,] { { 2 }, { 5 } }).ToArray<bool>());
        Assert.Equal(new[] { true, false }, Ops.Isin(new[] { 1, 2 }, 2, invert: true).ToArray<bool>());
        Assert.False(Ops.Isin(float.NaN, new[] { float.NaN }).Item<bool>());
        Assert.True(Ops.Isin(true, new[] { true }).Item<bool>());
        Assert.True(Ops.Isin(Complex.One, new[] { Complex.Zero }, invert: true).Item<bool>());
        Assert.True(Ops.Isin(7, new ulong[] { 7 }, assumeUnique: true).Item<bool>());
    }

    [Fact]
    public void Gives_a_bool_for_each_element() => OpContract.CheckShapes(
        t => Ops.Isin(t[0], t[1]), Tensor.From([2, 1], [1.0, 2]), Tensor.From([3], [2.0, 3, 4]));
}

public sealed class BincountOpTests
{
    [Fact]
    public void Counts_each_row_by_itself()
    {
        Assert.Equal(new[] { 1, 2, 0, 1 }, Ops.Bincount(new[] { 1, 3, 0, 1 }).ToArray<int>());
        Assert.Equal(new[] { 0, 1, 0, 0, 0, 1 }, Ops.Bincount(new byte[,] { { 1 }, { 2 } }).ToArray<int>());
        Assert.Equal(new[] { 0, 0 }, Ops.Bincount(Ops.Zeros([0], DType.Int32), minlength: 2).ToArray<int>());
    }

    [Fact]
    public void Weights_add_up_and_have_gradients()
    {
        Assert.Equal(
            new ushort[] { 0, 5 }, Ops.Bincount(new[] { 1, 1 }, weights: new ushort[] { 2, 3 }).ToArray<ushort>());
        OpContract.Check(
            t => Ops.Reshape(Ops.Bincount(new[,] { { 1, 0 }, { 1, 1 } }, t[0], minlength: 2), [2, 2]), [2, 2]);
    }

    [Fact]
    public void Says_what_it_cannot_count()
    {
        Assert.Throws<ShapeException>(() => Ops.Bincount(new[] { -1 }));
        Assert.Throws<ShapeException>(() => Ops.Bincount(new[] { 1f }));
        Assert.Throws<ShapeException>(() => Ops.Bincount(1));
        Assert.Throws<ShapeException>(() => Ops.Bincount(new[] { 1 }, new[] { 1, 2 }));
    }
}

public sealed class HistogramOpTests
{
    [Fact]
    public void Counts_the_numbers_between_the_edges()
    {
        var (counts, edges) = Ops.Histogram(new[] { 0f, 1, 1.5f, 4, -9, float.NaN }, bins: 2, range: (0, 4));

        Assert.Equal(new[] { 3f, 1 }, counts.ToArray<float>());
        Assert.Equal(new[] { 0f, 2, 4 }, edges.ToArray<float>());
    }

    [Fact]
    public void Goes_from_the_least_to_the_greatest_number()
    {
        Assert.Equal(new[] { 1f, 2 }, Ops.Histogram(new[] { 1, 2, 3 }, bins: 2).Counts.ToArray<float>());
        Assert.Equal(new[] { 6.5f, 7.5f }, Ops.Histogram(new[] { 7, 7 }, bins: 1).BinEdges.ToArray<float>());
        Assert.Equal(new[] { 0f, 1 }, Ops.Histogram(Ops.Zeros([0]), bins: 1).BinEdges.ToArray<float>());
    }

    [Fact]
    public void Of_complex_numbers_is_in_order_of_their_real_parts()
    {
        var (counts, edges) = Ops.Histogram(new Complex[] { new(0, 1), new(1, 2), new(1, 3), new(4, 5) }, bins: 2);

        Assert.Equal([3, 1], counts.ToArray<Complex>());
        Assert.Equal([new Complex(0, 1), new(2, 3), new(4, 5)], edges.ToArray<Complex>());
    }

    [Fact]
    public void Its_shape_is_known() => OpContract.CheckShapes(
        t => Ops.Histogram(t[0], bins: 3).Counts, Tensor.From([4], [1.0, 2, 3, 4]));

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Throws<ArgumentException>(() => Ops.Histogram(new[] { 1 }, bins: -1));
        Assert.Throws<ArgumentException>(() => Ops.Histogram(new[] { 1 }, range: (5, 1)));
        Assert.Throws<ShapeException>(() => Ops.Histogram(new int[1, 1]));
    }
}

public sealed class UnravelIndexOpTests
{
    [Fact]
    public void Gives_the_index_along_each_axis()
    {
        var indices = Ops.UnravelIndex(new[] { 5, -1, 99 }, [2, 4]);

        Assert.Equal(new[] { 1, 1, 1 }, indices[0].ToArray<int>());
        Assert.Equal(new[] { 1, 3, 3 }, indices[1].ToArray<int>());
    }

    [Fact]
    public void Has_the_shape_of_the_places() => OpContract.CheckShapes(
        t => Ops.UnravelIndex(t[0], [2, 4])[1], Tensor.From([2], [1.0, 5]));

    [Fact]
    public void Says_what_has_no_places() => Assert.Throws<ShapeException>(() => Ops.UnravelIndex(1, [2, null]));
}

public sealed class ViewOpTests
{
    [Fact]
    public void Shows_the_same_bits()
    {
        Assert.Equal(1065353216, Ops.View(new[] { 1f }, DType.Int32).Item<int>());
        Assert.Equal(new short[] { 1, 0 }, Ops.View(new[] { 1 }, DType.Int16).ToArray<short>());
        Assert.Equal(1, Ops.View(Ops.Transpose(new short[,] { { 1, 9 }, { 0, 9 } })[0], DType.Int32).Item<int>());
        Assert.Equal(DType.Float32, Ops.View(Ops.Ones([2])).DType);
    }

    [Fact]
    public void Knows_its_shape() => OpContract.CheckShapes(
        t => Ops.View(t[0], DType.Int32), Tensor.From([2, 2], [1.0, 2, 3, 4]));

    [Fact]
    public void Says_what_does_not_divide()
    {
        Assert.Throws<ShapeException>(() => Ops.View(new byte[3], DType.Int16));
        Assert.Throws<ShapeException>(() => Ops.View(1, DType.Int16));
    }
}
