using System.Numerics;
using Hornet.Native;
using static Hornet.Tests.Handles;

namespace Hornet.Tests;

/// <summary>Views are computed in C#: they share memory, and give what libtorch's own would give.</summary>
public sealed class AtenViewsTests
{
    [Fact]
    public void Permute_reorders_axes()
    {
        using var x = Counting(2, 1, 3);

        AssertIs(Aten.Permute(x, [2, 0, 1]), [3, 2, 1], 1, 4, 2, 5, 3, 6);
        AssertIs(Aten.Permute(x, [-1, 0, 1]), [3, 2, 1], 1, 4, 2, 5, 3, 6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, -2)]
    public void Permute_wants_each_axis_once(long first, long second)
    {
        using var x = Counting(2, 3);

        Assert.Throws<LibTorchException>(() => Aten.Permute(x, [first, second]));
    }

    [Fact]
    public void Permute_wants_all_axes()
    {
        using var x = Counting(2, 3);

        Assert.Throws<LibTorchException>(() => Aten.Permute(x, [0]));
    }

    [Fact]
    public void Transpose_exchanges_two_axes()
    {
        using var x = Counting(2, 3);

        AssertIs(Aten.Transpose(x, 0, -1), [3, 2], 1, 4, 2, 5, 3, 6);
    }

    [Fact]
    public void Expand_repeats_axes_and_adds_new_ones()
    {
        using var x = Floats([1, 2], 2, 1);

        AssertIs(Aten.Expand(x, [2, 2, 2]), [2, 2, 2], 1, 1, 2, 2, 1, 1, 2, 2);
        AssertIs(Aten.Expand(x, [2, 0]), [2, 0]);
    }

    [Fact]
    public void Expand_refuses_what_does_not_broadcast()
    {
        using var x = Counting(2, 3);

        Assert.Throws<LibTorchException>(() => Aten.Expand(x, [2, 4]));
        Assert.Throws<LibTorchException>(() => Aten.Expand(x, [3]));
        Assert.Throws<LibTorchException>(() => Aten.Expand(x, []));
    }

    [Fact]
    public void Narrow_takes_a_part_of_an_axis()
    {
        using var x = Counting(2, 3);
        using var part = Aten.Narrow(x, 1, 1, 2);

        AssertIs(Aten.Narrow(part, -1, 1, 1), [2, 1], 3, 6); // of a part, too: offsets add up
        Assert.Equal(1, part.StorageOffset);
        Assert.Equal([3L, 1L], part.Strides.ToArray());
    }

    [Fact]
    public void Slice_takes_every_nth_element()
    {
        using var x = Counting(5);

        AssertIs(Aten.Slice(x, 0, 1, 5, 3), [2], 2, 5);
        AssertIs(Aten.Slice(x, 0, 0, 5, 2), [3], 1, 3, 5);
        AssertIs(Aten.Slice(x, 0, 5, 5, 2), [0]);
    }

    [Theory]
    [InlineData(-1, 2, 1)]
    [InlineData(2, 1, 1)]
    [InlineData(0, 6, 1)]
    [InlineData(0, 5, 0)]
    public void Slice_stays_inside(long start, long end, long step)
    {
        using var x = Counting(5);

        Assert.Throws<LibTorchException>(() => Aten.Slice(x, 0, start, end, step));
    }

    [Fact]
    public void Unsqueeze_and_Squeeze_add_and_drop_an_axis()
    {
        using var x = Counting(2, 3);
        using var column = Aten.Unsqueeze(x, -1);

        Assert.Equal([2L, 3, 1], column.Sizes.ToArray());
        Assert.True(column.IsContiguous);
        AssertIs(Aten.Unsqueeze(x, 0), [1, 2, 3], 1, 2, 3, 4, 5, 6);
        AssertIs(Aten.Squeeze(column, 2), [2, 3], 1, 2, 3, 4, 5, 6);
        Assert.Throws<LibTorchException>(() => Aten.Squeeze(column, 0));
    }

    [Fact]
    public void Reshape_is_a_view_where_it_can_be_and_a_copy_where_not()
    {
        using var x = Counting(2, 3);
        using var transposed = Aten.Transpose(x, 0, 1);
        using var view = Aten.Reshape(x, [3, 2]);
        x.Elements<float>()[0] = 7;

        AssertIs(view.NewReference(), [3, 2], 7, 2, 3, 4, 5, 6);
        AssertIs(Aten.Reshape(transposed, [6]), [6], 7, 4, 2, 5, 3, 6);
        AssertIs(Aten.Reshape(x, [-1, 2]), [3, 2], 7, 2, 3, 4, 5, 6);
    }

    [Fact]
    public void An_axis_that_is_not_there_is_an_error()
    {
        using var x = Counting(2, 3);

        Assert.Throws<IndexOutOfRangeException>(() => Aten.Narrow(x, 2, 0, 1));
    }

    [Fact]
    public void A_view_outlives_the_tensor_it_was_made_of()
    {
        var x = Counting(4);
        var view = Aten.Narrow(x, 0, 2, 2);
        x.Dispose();

        AssertIs(view, [2], 3, 4);
    }

    [Fact]
    public void A_view_of_a_conjugated_tensor_stays_conjugated()
    {
        using var x = TensorHandle.From<Complex>([new(1, 2), new(3, 4)], [2, 1], DType.Complex128);
        using var conjugated = Aten.Call("aten::conj"u8, default, x);
        using var view = Aten.Transpose(conjugated, 0, 1);

        Assert.Equal([new Complex(1, -2), new Complex(3, -4)], view.ToArray<Complex>());
    }
}
