using Hornet.Native;
using static Hornet.Tests.Handles;

namespace Hornet.Tests;

/// <summary>The shims give what the dispatcher gives.</summary>
public sealed class AtenTests
{
    [Fact]
    public void Add_scales_its_second_argument()
    {
        using var x = Floats([1, 2], 2);
        using var y = Floats([10, 20], 2);

        AssertIs(Aten.Add(x, y, 1), [2], 11, 22);
        AssertIs(Aten.Add(x, y, -0.5), [2], -4, -8);
    }

    [Fact]
    public void Mul_broadcasts()
    {
        using var x = Floats([1, 2], 2, 1);
        using var y = Floats([10, 20], 2);

        AssertIs(Aten.Mul(x, y), [2, 2], 10, 20, 20, 40);
    }

    [Fact]
    public void Pow_takes_tensors_and_numbers_as_exponents()
    {
        using var x = Floats([1, 2, 3], 3);

        AssertIs(Aten.Pow(x, x), [3], 1, 4, 27);
        AssertIs(Aten.Pow(x, 2.0), [3], 1, 4, 9);
    }

    [Fact]
    public void Full_gives_the_dtype_that_is_asked_for()
    {
        using var x = Aten.Full([2, 1], 3, DType.Int16);

        Assert.Equal([2L, 1L], x.Sizes.ToArray());
        Assert.Equal([(short)3, (short)3], x.ToArray<short>());
        AssertIs(Aten.Full([], 0.5, DType.Float32), [], 0.5f);
    }

    [Fact]
    public void Mm_multiplies_matrices_and_transposed_views()
    {
        using var x = Floats([1, 2, 3, 4, 5, 6], 2, 3);
        using var y = Aten.Transpose(x, 0, 1);

        AssertIs(Aten.Mm(x, y), [2, 2], 14, 32, 32, 77);
    }

    [Fact]
    public void Bmm_multiplies_matrix_by_matrix()
    {
        using var x = Floats([1, 2, 3, 4], 2, 1, 2);
        using var y = Floats([1, 1, 2, 2], 2, 2, 1);

        AssertIs(Aten.Bmm(x, y), [2, 1, 1], 3, 14);
    }

    [Fact]
    public void Addmm_adds_a_bias_to_a_product()
    {
        using var x = Floats([1, 2, 3, 4], 2, 2);
        using var bias = Floats([100, 200], 2);

        AssertIs(Aten.Addmm(bias, x, x, 1, 1), [2, 2], 107, 210, 115, 222);
        AssertIs(Aten.Addmm(bias, x, x, 2, 10), [2, 2], 270, 500, 350, 620);
    }

    [Fact]
    public void Cumsum_and_Cumprod_run_along_an_axis()
    {
        using var x = Floats([1, 2, 3, 4], 2, 2);

        AssertIs(Aten.Cumsum(x, 0), [2, 2], 1, 2, 4, 6);
        AssertIs(Aten.Cumprod(x, 1), [2, 2], 1, 2, 3, 12);
    }

    [Fact]
    public void Topk_gives_values_and_places()
    {
        using var x = Floats([1, 5, 3, 4], 4);

        var (largest, places) = Aten.Topk(x, 2, 0, largest: true, sorted: true);
        var (smallest, others) = Aten.Topk(x, 2, 0, largest: false, sorted: true);

        AssertIs(largest, [2], 5, 4);
        AssertIs(smallest, [2], 1, 3);
        Assert.Equal([1L, 3L], places.ToArray<long>());
        Assert.Equal([0L, 2L], others.ToArray<long>());
        places.Dispose();
        others.Dispose();
    }

    [Fact]
    public void Amax_reduces_the_axes_that_are_named_or_all()
    {
        using var x = Floats([1, 4, 3, 2], 2, 2);

        AssertIs(Aten.Amax(x, [0], keepDims: true), [1, 2], 3, 4);
        AssertIs(Aten.Amax(x, [1], keepDims: false), [2], 4, 3);
        AssertIs(Aten.Amax(x, [], keepDims: false), [], 4);
    }

    [Fact]
    public void Cat_joins_along_an_axis()
    {
        using var x = Floats([1, 2], 1, 2);
        using var y = Floats([3, 4, 5, 6], 2, 2);

        AssertIs(Aten.Cat([x, y], 0), [3, 2], 1, 2, 3, 4, 5, 6);
        AssertIs(Aten.Cat([y, y], -1), [2, 4], 3, 4, 3, 4, 5, 6, 5, 6);
    }

    [Fact]
    public void Arguments_are_not_consumed()
    {
        using var x = Floats([1, 2], 2);

        for (var i = 0; i < 100; i++)
        {
            Aten.Mul(x, x).Dispose();
            Aten.Call("aten::mul"u8, "Tensor"u8, x, x).Dispose();
        }

        Assert.Equal([1f, 2f], x.ToArray<float>());
    }

    [Fact]
    public void A_failing_op_says_which_it_was_and_on_what()
    {
        using var x = Floats([1, 2], 1, 2);

        var e = Assert.Throws<LibTorchException>(() => Aten.Call("aten::mm"u8, default, x, x));
        var shim = Assert.Throws<LibTorchException>(() => Aten.Mm(x, x));

        Assert.Contains("aten::mm(Float32[1, 2], Float32[1, 2])", e.Message, StringComparison.Ordinal);
        Assert.Contains("aten::mm.out(Float32[1, 2], Float32[1, 2])", shim.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Libtorchs_own_text_is_in_the_error_where_there_is_one()
    {
        Assert.EndsWith("the reason", new LibTorchException("op", "x", "the reason").Message, StringComparison.Ordinal);
        Assert.Contains("standard error", new LibTorchException("op", "x").Message, StringComparison.Ordinal);
        Assert.Equal(LibTorch.Version >= new Version(2, 13), LastError.Text is not null);
    }

    [Fact]
    public void Every_thread_may_call()
    {
        using var x = Floats([1, 2], 2);
        var results = new float[4];
        var threads = Enumerable.Range(0, results.Length).Select(i => new Thread(() =>
        {
            using var y = Aten.Mul(x, x);
            results[i] = y.ToArray<float>()[1];
        })).ToList();

        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.Equal([4f, 4, 4, 4], results);
    }
}
