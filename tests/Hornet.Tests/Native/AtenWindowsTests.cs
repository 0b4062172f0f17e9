using Hornet.Native;
using static Hornet.Tests.Handles;

namespace Hornet.Tests;

/// <summary>Convolution and pooling without the dispatcher.</summary>
public sealed class AtenWindowsTests
{
    private static readonly long[] s_zeros = [0, 0];
    private static readonly long[] s_ones = [1, 1];
    private static readonly long[] s_twos = [2, 2];

    [Fact]
    public void Convolution_with_and_without_a_bias()
    {
        using var x = Counting(1, 1, 3, 3);
        using var weight = Floats([1, 0, 0, 1], 1, 1, 2, 2);
        using var bias = Floats([100], 1);

        AssertIs(
            Aten.Convolution(x, weight, null, s_ones, s_zeros, s_ones, false, s_zeros, 1), [1, 1, 2, 2], 6, 8, 12, 14);
        AssertIs(
            Aten.Convolution(x, weight, bias, s_twos, s_ones, s_ones, false, s_zeros, 1),
            [1, 1, 2, 2], 101, 103, 107, 114);
    }

    [Fact]
    public void Convolution_transposed_and_in_groups()
    {
        using var x = Floats([1, 2, 3, 4], 1, 2, 1, 2);
        using var weight = Floats([1, 10, 100, 1000], 2, 1, 1, 2);

        AssertIs(
            Aten.Convolution(x, weight, null, s_ones, s_zeros, s_ones, true, s_zeros, 2),
            [1, 2, 1, 3], 1, 12, 20, 300, 3400, 4000);
    }

    [Fact]
    public void Convolution_takes_channels_last_views()
    {
        using var x = Floats([1, 10, 2, 20, 3, 30], 1, 1, 3, 2); // [n, h, w, c]
        using var view = Aten.Permute(x, [0, 3, 1, 2]);
        using var weight = Floats([1, 1], 1, 2, 1, 1);

        AssertIs(
            Aten.Convolution(view, weight, null, s_ones, s_zeros, s_ones, false, s_zeros, 1), [1, 1, 1, 3], 11, 22, 33);
    }

    [Fact]
    public void ConvolutionBackward_gives_the_gradients_that_are_wanted()
    {
        using var x = Counting(1, 1, 2, 2);
        using var weight = Floats([1, 2, 3, 4], 1, 1, 2, 2);
        using var gradient = Floats([10], 1, 1, 1, 1);

        var (ofX, ofWeight) = Aten.ConvolutionBackward(
            gradient, x, weight, s_ones, s_zeros, s_ones, false, s_zeros, 1, wantX: true, wantWeight: true);
        var (none, only) = Aten.ConvolutionBackward(
            gradient, x, weight, s_ones, s_zeros, s_ones, false, s_zeros, 1, wantX: false, wantWeight: true);

        AssertIs(ofX, [1, 1, 2, 2], 10, 20, 30, 40);
        AssertIs(ofWeight, [1, 1, 2, 2], 10, 20, 30, 40);
        AssertIs(only, [1, 1, 2, 2], 10, 20, 30, 40);
        Assert.False(none.IsDefined);
        none.Dispose();
    }

    [Fact]
    public void MaxPool2D_and_its_gradient()
    {
        using var x = Counting(1, 1, 2, 4);
        using var gradient = Floats([10, 20], 1, 1, 1, 2);
        var (values, places) = Aten.MaxPool2D(x, s_twos, s_twos, s_zeros, s_ones);

        Assert.Equal([5L, 7L], places.ToArray<long>());
        AssertIs(values, [1, 1, 1, 2], 6, 8);
        AssertIs(
            Aten.MaxPool2DBackward(gradient, x, s_twos, s_twos, s_zeros, s_ones, places),
            [1, 1, 2, 4], 0, 0, 0, 0, 0, 10, 0, 20);
        places.Dispose();
    }

    [Fact]
    public void AvgPool2D_counts_padding_or_not()
    {
        using var x = Floats([4, 8, 12, 16], 1, 1, 2, 2);

        AssertIs(Aten.AvgPool2D(x, s_twos, s_twos, s_zeros, false), [1, 1, 1, 1], 10);
        AssertIs(Aten.AvgPool2D(x, s_twos, s_twos, s_ones, true), [1, 1, 2, 2], 1, 2, 3, 4);
        AssertIs(Aten.AvgPool2D(x, s_twos, s_twos, s_ones, false), [1, 1, 2, 2], 4, 8, 12, 16);
    }

    [Fact]
    public void AvgPool2DBackward_spreads_the_gradient()
    {
        using var x = Counting(1, 1, 2, 2);
        using var gradient = Floats([8], 1, 1, 1, 1);

        AssertIs(Aten.AvgPool2DBackward(gradient, x, s_twos, s_twos, s_zeros, false), [1, 1, 2, 2], 2, 2, 2, 2);
    }
}
