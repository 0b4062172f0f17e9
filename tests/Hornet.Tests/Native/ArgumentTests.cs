using Hornet.Native;
using static Hornet.Tests.Handles;

namespace Hornet.Tests;

/// <summary>Each kind of argument and of result goes through the dispatcher once.</summary>
public sealed class ArgumentTests
{
    [Fact]
    public void A_tensor_an_int_and_an_optional_that_is_left_out()
    {
        using var x = Floats([1000, 1000], 2);

        AssertIs(Aten.Call("aten::softmax"u8, "int"u8, x, -1L, Argument.None), [2], 0.5f, 0.5f);
    }

    [Fact]
    public void An_optional_dtype_that_is_given()
    {
        using var x = Floats([1, 2], 2);
        using var y = Aten.Call("aten::sum"u8, default, x, Argument.Some(DType.Float64));

        Assert.Equal(DType.Float64, y.DType);
        Assert.Equal([3.0], y.ToArray<double>());
    }

    [Fact]
    public void A_dtype_a_bool_and_optionals_of_other_kinds()
    {
        using var x = Floats([1, 2], 2);
        using var y = Aten.Call("aten::to"u8, "dtype"u8, x, DType.Int64, false, false, Argument.None);

        Assert.Equal([1L, 2L], y.ToArray<long>());
    }

    [Fact]
    public void An_optional_list_of_ints_and_a_bool()
    {
        using var x = Floats([1, 2, 3, 4], 2, 2);
        var axes = Argument.Some(new long[] { 0 });

        AssertIs(Aten.Call("aten::sum"u8, "dim_IntList"u8, x, axes, true, Argument.None), [1, 2], 4, 6);
    }

    [Fact]
    public void A_double()
    {
        using var x = Floats([1, 3], 1, 2);
        var y = Aten.Call("aten::layer_norm"u8, default, x, new long[] { 2 }, Argument.None, Argument.None, 3.0, false);

        AssertIs(y, [1, 2], -0.5f, 0.5f); // (x − 2) / √(1 + 3)
    }

    [Fact]
    public void An_optional_double()
    {
        using var x = Floats([0.1f, 0.9f], 2);

        AssertIs(
            Aten.Call("aten::logit"u8, default, x, Argument.Some(0.5)), [2], 0, 0); // both are clamped to 0.5
    }

    [Fact]
    public void An_optional_list_of_doubles()
    {
        using var x = Floats([1, 2, 3, 4], 1, 1, 4);
        double[] scales = [0.5];
        var y = Aten.Call("aten::upsample_nearest1d"u8, "vec"u8, x, Argument.None, Argument.Some(scales));

        AssertIs(y, [1, 1, 2], 1, 3);
    }

    [Fact]
    public void A_list_of_bools()
    {
        using var x = Counting(1, 1, 3, 3);
        using var weight = Floats([1], 1, 1, 1, 1);
        var gradients = new TensorHandle[3];

        Aten.CallMany(
            "aten::convolution_backward"u8, default, gradients,
            x, x, weight, Argument.None, new long[] { 1, 1 }, new long[] { 0, 0 }, new long[] { 1, 1 }, false,
            new long[] { 0, 0 }, 1L, new[] { false, true, false });

        Assert.Equal([285f], gradients[1].ToArray<float>()); // 1² + 2² + ... + 9²
        Assert.Equal([false, true, false], gradients.Select(gradient => gradient.IsDefined));
        Array.ForEach(gradients, gradient => gradient.Dispose());
    }

    [Fact]
    public void A_list_of_tensors()
    {
        using var x = Floats([1, 2], 2);

        AssertIs(Aten.Call("aten::cat"u8, default, new[] { x, x }, 0L), [4], 1, 2, 1, 2);
    }

    [Fact]
    public void A_list_of_tensors_some_of_which_are_left_out()
    {
        using var x = Floats([1, 2, 3, 4], 2, 2);
        using var columns = Longs(1);

        AssertIs(Aten.Call("aten::index"u8, "Tensor"u8, x, new TensorHandle?[] { null, columns }), [2, 1], 2, 4);
    }

    [Fact]
    public void A_list_of_optional_tensors_beside_values_to_put()
    {
        using var x = Floats([1, 2, 3], 3);
        using var places = Longs(0, 0);
        using var values = Floats([10, 20], 2);

        var y = Aten.Call("aten::index_put"u8, default, x, new TensorHandle?[] { places }, values, true);

        AssertIs(y, [3], 31, 2, 3);
    }

    [Fact]
    public void An_optional_tensor()
    {
        using var x = Floats([1, 2], 1, 2);
        using var weight = Floats([3, 4], 1, 2);
        using var bias = Floats([5], 1);

        AssertIs(Aten.Call("aten::linear"u8, default, x, weight, Argument.Some(bias)), [1, 1], 16);
    }

    [Fact]
    public void A_text()
    {
        using var x = Floats([1, 2, 3, 4], 2, 2);

        AssertIs(
            Aten.Call("aten::einsum"u8, default, "ij,jk->ik", new[] { x, x }, Argument.None), [2, 2], 7, 10, 15, 22);
    }

    [Fact]
    public void An_optional_text()
    {
        using var x = Floats([1, -1], 2);
        using var y = Floats([2, 4], 2);

        AssertIs(Aten.Call("aten::div"u8, "Tensor_mode"u8, x, y, Argument.Some("floor")), [2], 0, -1);
    }

    [Fact]
    public void A_text_that_is_not_ascii_is_refused_by_name()
    {
        using var x = Floats([1], 1);

        var e = Assert.Throws<LibTorchException>(
            () => Aten.Call("aten::div"u8, "Tensor_mode"u8, x, x, Argument.Some("große")));

        Assert.Contains("\"große\"", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_memory_format()
    {
        using var x = Counting(1, 2, 1, 2);
        using var y = Aten.Call("aten::contiguous"u8, default, x, MemoryFormat.ChannelsLast);

        Assert.Equal([4L, 1, 4, 2], y.Strides.ToArray());
        Assert.Equal([1f, 2, 3, 4], y.ToArray<float>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_optional_device(bool meta)
    {
        var device = meta ? DeviceType.Meta : DeviceType.Cpu;
        using var x = Aten.Call(
            "aten::zeros"u8, default, new long[] { 2 }, Argument.Some(DType.Int32), Argument.None,
            Argument.Some(device), Argument.Some(false));

        Assert.Equal(device, x.Device);
        Assert.Equal(DType.Int32, x.DType);
    }

    [Fact]
    public void A_tuple_of_results()
    {
        using var x = Floats([1, 5, 3], 3);
        var results = new TensorHandle[2];

        Aten.CallMany("aten::topk"u8, default, results, x, 2L, -1L, true, true);

        Assert.Equal([1L, 2L], results[1].ToArray<long>());
        AssertIs(results[0], [2], 5, 3);
        results[1].Dispose();
    }

    [Fact]
    public void A_list_of_results()
    {
        using var x = Floats([1, 2, 3], 3);
        var results = new TensorHandle[2];

        Aten.CallList("aten::split_with_sizes"u8, default, results, x, new long[] { 1, 2 }, 0L);

        AssertIs(results[0], [1], 1);
        AssertIs(results[1], [2], 2, 3);
    }

    [Fact]
    public void A_list_of_another_length_than_expected_is_an_error()
    {
        using var x = Floats([1, 2, 3], 3);

        var e = Assert.Throws<LibTorchException>(
            () => Aten.CallList("aten::unbind"u8, "int"u8, new TensorHandle[2], x, 0L));

        Assert.Contains("Expected 2 results. Received: 3.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_in_an_error_is_what_was_given()
    {
        using var x = Floats([1], 1);
        Argument[] arguments =
        [
            x, 1L, true, 0.5, DType.Int8, MemoryFormat.Preserve, DeviceType.Cpu, "floor", new long[] { 1, 2 },
            new[] { 0.5 }, new[] { false }, new[] { x }, new TensorHandle?[] { null, x }, Argument.None,
            Argument.Some(2L),
        ];

        Assert.Equal(
            "Float32[1], 1, 1, 0.5, Int8, Preserve, Cpu, \"floor\", [1, 2], [0.5], [False], [Float32[1]], " +
            "[None, Float32[1]], None, 2",
            string.Join(", ", arguments));
    }
}
