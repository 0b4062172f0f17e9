using System.Numerics;
using Hornet.Native;
using static Hornet.Tests.Handles;

namespace Hornet.Tests;

public sealed class TensorHandleTests
{
    public static TheoryData<DType> DTypes => new(Enum.GetValues<DType>().Except([DType.String]));

    [Fact]
    public void Every_dtype_goes_there_and_back()
    {
        RoundTrip<float>(DType.Float32, 1.5f, float.NaN, float.NegativeInfinity);
        RoundTrip(DType.Float64, 1.5, double.Epsilon, double.MaxValue);
        RoundTrip(DType.Float16, (Half)1.5f, Half.Epsilon, Half.MaxValue);
        RoundTrip<ushort>(DType.BFloat16, 0x3FC0, 0x7F80, 0xFFFF);
        RoundTrip<byte>(DType.Float8E4M3FN, 0x38, 0x7E, 0xFF);
        RoundTrip<byte>(DType.Float8E5M2, 0x3C, 0x7B, 0xFF);
        RoundTrip<sbyte>(DType.Int8, -128, 0, 127);
        RoundTrip<short>(DType.Int16, short.MinValue, 0, short.MaxValue);
        RoundTrip(DType.Int32, int.MinValue, 0, int.MaxValue);
        RoundTrip(DType.Int64, long.MinValue, 0, long.MaxValue);
        RoundTrip<byte>(DType.UInt8, 0, 1, byte.MaxValue);
        RoundTrip<ushort>(DType.UInt16, 0, 1, ushort.MaxValue);
        RoundTrip<uint>(DType.UInt32, 0, 1, uint.MaxValue);
        RoundTrip<ulong>(DType.UInt64, 0, 1, ulong.MaxValue);
        RoundTrip(DType.Bool, true, false, true);
        RoundTrip(DType.Complex128, new Complex(1, -2), Complex.Zero, Complex.ImaginaryOne);
    }

    [Fact]
    public void Complex64_is_two_floats()
    {
        using var x = TensorHandle.From([1f, -2f, 3f, 4f], [2], DType.Complex64);
        using var real = Aten.Call("aten::real"u8, default, x);

        Assert.Equal(2, x.Count);
        Assert.Equal(16, x.Bytes);
        Assert.Equal([1f, -2f, 3f, 4f], x.ToArray<float>());
        Assert.Equal([1f, 3f], real.ToArray<float>());
    }

    [Theory]
    [MemberData(nameof(DTypes))]
    public void Libtorch_and_we_mean_the_same_dtype(DType dtype)
    {
        using var x = TensorHandle.Empty(dtype, [2, 3]);
        using var y = Aten.Call("aten::zeros_like"u8, default, x, Argument.None, Argument.None, Argument.None,
            Argument.None, Argument.None);
        using var converted = Aten.Call("aten::to"u8, "dtype"u8, y, DType.Float64, false, false, Argument.None);

        Assert.Equal(dtype, y.DType);
        Assert.Equal(6 * DTypeCodes.SizeOf(dtype), x.Bytes);
        Assert.Equal(new double[6], converted.ToArray<double>());
        Assert.Equal(new byte[x.Bytes], y.RawBytes.ToArray());
    }

    [Fact]
    public void Halves_are_halves_to_libtorch()
    {
        using var half = TensorHandle.From([(Half)1.5f], [1], DType.Float16);
        using var brain = TensorHandle.From<ushort>([0x3FC0], [1], DType.BFloat16);
        using var halfWide = Aten.Call("aten::to"u8, "dtype"u8, half, DType.Float32, false, false, Argument.None);
        using var brainWide = Aten.Call("aten::to"u8, "dtype"u8, brain, DType.Float32, false, false, Argument.None);

        Assert.Equal(1.5f, halfWide.Item<float>());
        Assert.Equal(1.5f, brainWide.Item<float>());
    }

    [Fact]
    public void Text_has_no_tensor() =>
        Assert.Throws<NotSupportedException>(() => TensorHandle.Empty(DType.String, [1]));

    [Fact]
    public void What_a_tensor_is_made_of_can_be_asked()
    {
        using var x = Counting(2, 3);
        using var view = Aten.Transpose(x, 0, 1);
        using var part = Aten.Narrow(view, 0, 1, 2);

        Assert.Equal((2, 6L, 24L, true), (x.Rank, x.Count, x.Bytes, x.IsContiguous));
        Assert.Equal((2, 4L, 16L, false), (part.Rank, part.Count, part.Bytes, part.IsContiguous));
        Assert.Equal([1L, 3L], part.Strides.ToArray());
        Assert.Equal(1, part.StorageOffset);
        Assert.Equal(DeviceType.Cpu, x.Device);
        Assert.Equal("Float32[2, 2]", part.ToString());
    }

    [Fact]
    public void Contiguous_copies_only_where_it_must()
    {
        using var x = Counting(2, 2);
        using var view = Aten.Transpose(x, 0, 1);
        using var same = x.Contiguous();
        using var copy = view.Contiguous();
        x.Elements<float>()[0] = 7;

        Assert.Equal([7f, 2, 3, 4], same.ToArray<float>());
        Assert.Equal([1f, 3, 2, 4], copy.Elements<float>().ToArray());
    }

    [Fact]
    public void A_lazily_conjugated_tensor_is_read_as_conjugated()
    {
        using var x = TensorHandle.From<Complex>([new(1, 2)], [1], DType.Complex128);
        using var y = Aten.Call("aten::conj"u8, default, x);
        using var contiguous = y.Contiguous();

        Assert.Equal([new Complex(1, -2)], y.ToArray<Complex>());
        Assert.Equal(new Complex(1, -2), contiguous.Item<Complex>());
    }

    [Fact]
    public void Copies_a_view_in_its_own_order()
    {
        using var x = TensorHandle.From([1.0, 2, 3, 4, 5, 6], [2, 3], DType.Float64);
        using var y = Aten.Call("aten::transpose"u8, "int"u8, x, 0L, 1L);

        Assert.Equal([1.0, 4, 2, 5, 3, 6], y.ToArray<double>());
    }

    [Fact]
    public void Empty_and_scalar_tensors()
    {
        using var none = TensorHandle.From<float>([], [0, 3], DType.Float32);
        using var scalar = Floats([2.5f]);

        Assert.Empty(none.ToArray<float>());
        Assert.Equal((0, 1L, 2.5f), (scalar.Rank, scalar.Count, scalar.Item<float>()));
    }

    [Fact]
    public void Item_wants_one_element()
    {
        using var x = Counting(2);

        var e = Assert.Throws<InvalidOperationException>(() => x.Item<float>());

        Assert.Contains("Received: Float32[2]", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_elements_of_another_type()
    {
        using var x = Floats([1], 1);

        var e = Assert.Throws<ArgumentException>(() => x.CopyTo(new double[1].AsSpan()));

        Assert.Contains("Float32", e.Message, StringComparison.Ordinal);
        Assert.Contains("Double", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => x.Item<int>());
        Assert.Throws<ArgumentException>(() => TensorHandle.From<int>([1], [1], DType.Float32));
    }

    [Fact]
    public void Refuses_another_number_of_elements()
    {
        var e = Assert.Throws<ArgumentException>(() => Floats([1, 2, 3], 2));

        Assert.Contains("Expected 2 elements for the sizes [2]. Received: 3.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_show_the_memory_of_a_view_with_gaps()
    {
        using var x = Counting(2, 3);
        using var view = Aten.Transpose(x, 0, 1);

        Assert.Throws<InvalidOperationException>(() => view.Elements<float>().Length);
    }

    [Fact]
    public void A_second_reference_keeps_the_memory()
    {
        var x = Counting(2);
        var y = x.NewReference();
        x.Dispose();

        AssertIs(y, [2], 1, 2);
    }

    [Fact]
    public void No_tensor_can_be_shown_and_disposed()
    {
        TensorHandle none = default;

        Assert.False(none.IsDefined);
        Assert.Equal("an undefined tensor", none.ToString());
        none.Dispose();
    }

    private static void RoundTrip<T>(DType dtype, params ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        using var x = TensorHandle.From(elements, [elements.Length], dtype);

        Assert.Equal(dtype, x.DType);
        Assert.Equal(elements.ToArray(), x.ToArray<T>());
        using var first = Aten.Narrow(x, 0, 0, 1);
        Assert.Equal(elements[0], first.Item<T>());
    }
}
