using System.Numerics;
using Hornet.Native;

namespace Hornet.Tests;

/// <summary>Tensors that were made before libtorch was loaded.</summary>
public sealed class OwnTensorTests
{
    [Fact]
    public void It_says_what_it_is_made_of()
    {
        using var x = Counting(2, 3);

        Assert.True(x.IsOwn);
        Assert.True(x.IsDefined);
        Assert.Equal((DType.Float32, 2, 6L, 24L, true), (x.DType, x.Rank, x.Count, x.Bytes, x.IsContiguous));
        Assert.Equal([2L, 3], x.Sizes.ToArray());
        Assert.Equal([3L, 1], x.Strides.ToArray());
        Assert.Equal((0L, DeviceType.Cpu), (x.StorageOffset, x.Device));
        Assert.Equal(0, x.Address.Value % MemoryBlock.Alignment);
        Assert.Equal("Float32[2, 3]", x.ToString());
        Assert.Equal([1f, 2, 3, 4, 5, 6], x.ToArray<float>());
    }

    [Fact]
    public void Scalars_and_nothing_at_all()
    {
        using var scalar = TensorHandle.EmptyOwn(DType.Complex128, []);
        scalar.Elements<Complex>()[0] = new(1, 2);
        using var nothing = TensorHandle.EmptyOwn(DType.Float64, [3, 0]);

        Assert.Equal((0, 1L, new Complex(1, 2)), (scalar.Rank, scalar.Count, scalar.Item<Complex>()));
        Assert.Empty(nothing.ToArray<double>());
        Assert.Equal([1L, 1], nothing.Strides.ToArray());
    }

    [Fact]
    public void Sizes_beyond_counting_and_text_are_refused()
    {
        Assert.Throws<OverflowException>(() => TensorHandle.EmptyOwn(DType.Float32, [1L << 40, 1L << 40]));
        Assert.Throws<OverflowException>(() => TensorHandle.EmptyOwn(DType.Float32, [1L << 61, 2]));
        Assert.Throws<NotSupportedException>(() => TensorHandle.EmptyOwn(DType.String, [1]));
    }

    [Fact]
    public void An_operator_of_libtorchs_takes_it_and_views_of_it()
    {
        using var x = Counting(2, 3);
        using var transposed = Aten.Transpose(x, 0, 1);
        using var row = Aten.Narrow(transposed, 0, 1, 1);
        using var sum = Aten.Add(row, row, 1);

        Assert.True(transposed.IsOwn && row.IsOwn && !sum.IsOwn);
        Assert.False(transposed.IsContiguous);
        Assert.Equal((1L, 2L), (row.StorageOffset, row.Count));
        Assert.Equal([4f, 10], sum.ToArray<float>());
        Assert.Equal([1f, 4, 2, 5, 3, 6], transposed.ToArray<float>());
    }

    [Fact]
    public void What_libtorch_has_taken_is_in_one_place_for_all()
    {
        using var x = Counting(2, 2);
        using var view = x.AsStrided([2], [1], 2);
        var before = x.Address;
        using var same = x.NewReference();
        _ = view.Torch;
        x.Elements<float>()[3] = 9;
        using var numbers = Handles.Floats([7, 8], 2);
        RowMajor.Write(view, numbers);

        Assert.NotEqual(before, x.Address);
        Assert.Equal(x.Address, same.Address);
        Assert.Equal([1f, 2, 7, 8], same.ToArray<float>());
    }

    [Fact]
    public void A_view_keeps_the_memory_and_so_does_libtorchs()
    {
        var x = Counting(1000);
        var view = x.AsStrided([2], [1], 998);
        x.Dispose();
        Assert.Equal([999f, 1000], view.ToArray<float>());

        using var twice = Aten.Call("aten::view"u8, default, view, new long[] { 2, 1 });
        view.Dispose();
        Assert.Equal([999f, 1000], twice.ToArray<float>());
    }

    [Fact]
    public void Many_threads_move_it_once()
    {
        using var x = Counting(100);
        var places = new nint[8];
        Parallel.For(0, places.Length, i => places[i] = x.Torch);

        Assert.Single(places.Distinct());
        Assert.Equal(100f, x.ToArray<float>()[99]);
    }

    [Fact]
    public void It_is_joined_with_others()
    {
        using var x = Counting(2);
        using var y = Handles.Counting(1);
        using var joined = Aten.Cat([x, y, x], 0);

        Assert.Equal([1f, 2, 1, 1, 2], joined.ToArray<float>());
    }

    [Fact]
    public void A_view_in_order_is_contiguous_whatever_the_strides_of_single_elements_are()
    {
        using var x = Counting(4);
        using var column = x.AsStrided([4, 1], [1, 77], 0);
        using var none = x.AsStrided([0, 2], [1, 5], 0);
        using var gaps = x.AsStrided([2], [2], 0);

        Assert.Equal((true, true, false), (column.IsContiguous, none.IsContiguous, gaps.IsContiguous));
    }

    private static TensorHandle Counting(params ReadOnlySpan<long> sizes)
    {
        var tensor = TensorHandle.EmptyOwn(DType.Float32, sizes);
        Handles.Count(tensor);
        return tensor;
    }
}
