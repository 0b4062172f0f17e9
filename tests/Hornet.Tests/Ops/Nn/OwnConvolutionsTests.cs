using System.Runtime.Intrinsics;
using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>The kernels of our own give what products of matrices give, whatever the sizes.</summary>
public sealed class OwnConvolutionsTests
{
    private static readonly Sizes s_one = 1;

    public static TheoryData<int[], int[], int, int, bool> Cases => new()
    {
        // image, kernel, stride, dilation, same
        { [3, 8, 8, 64], [3, 3, 64, 64], 1, 1, true },
        { [2, 13, 13, 32], [3, 3, 32, 64], 1, 1, false },
        { [1, 32, 32, 16], [3, 3, 16, 16], 1, 1, true },
        { [2, 5, 4, 48], [3, 3, 48, 16], 1, 1, true },
        { [1, 9, 11, 16], [3, 3, 16, 48], 1, 1, false },
        { [2, 16, 15, 32], [3, 3, 32, 64], 2, 1, true },
        { [2, 17, 16, 16], [3, 3, 16, 32], 2, 1, false },
        { [2, 8, 9, 16], [1, 1, 16, 32], 2, 1, true },
        { [2, 9, 10, 32], [2, 5, 32, 16], 3, 1, true },
        { [2, 9, 12, 16], [3, 2, 16, 32], 1, 2, false },
        { [2, 9, 12, 16], [5, 5, 16, 16], 1, 3, true },
        { [2, 28, 27, 1], [3, 3, 1, 32], 1, 1, false },
        { [1, 12, 12, 3], [7, 7, 3, 16], 2, 1, true },
        { [2, 40, 16], [5, 16, 32], 1, 1, true },
        { [3, 33, 32], [4, 32, 16], 2, 1, false },
        { [1, 6, 200, 16], [3, 3, 16, 16], 1, 1, true },
        { [2, 2, 3, 16], [5, 5, 16, 16], 4, 1, true },
        { [1, 7, 6, 16], [2, 2, 16, 16], 5, 1, false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_whole_numbers_is_exact(int[] x, int[] w, int stride, int dilation, bool isSame)
    {
        var random = new Random(1);
        var (images, kernel) = (Whole(random, x), Whole(random, w));

        var ours = All(images, kernel, stride, dilation, isSame);
        var right = All(Ops.Cast(images, DType.Float64), Ops.Cast(kernel, DType.Float64), stride, dilation, isSame);

        for (var i = 0; i < ours.Length; i++)
        {
            Assert.Equal(right[i].ToArray<double>(), Array.ConvertAll(ours[i].ToArray<float>(), v => (double)v));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Of_any_numbers_is_as_near_as_rounding_lets_it(
        int[] x, int[] w, int stride, int dilation, bool isSame)
    {
        var random = new Random(2);
        var (images, kernel) = (Numbers(random, x), Numbers(random, w));

        var ours = All(images, kernel, stride, dilation, isSame);
        var right = All(Ops.Cast(images, DType.Float64), Ops.Cast(kernel, DType.Float64), stride, dilation, isSame);

        for (var i = 0; i < ours.Length; i++)
        {
            var (found, wanted) = (ours[i].ToArray<float>(), right[i].ToArray<double>());
            var bound = 3e-6 * wanted.Max(Math.Abs);
            Assert.All(Enumerable.Range(0, found.Length), at => Assert.InRange(found[at] - wanted[at], -bound, bound));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Compiled_gives_the_bits_that_eager_gives(int[] x, int[] w, int stride, int dilation, bool isSame)
    {
        var random = new Random(3);
        var (images, kernel) = (Numbers(random, x), Numbers(random, w));
        var compiled = new CompiledFunction(t => All(t[0], t[1], stride, dilation, isSame));

        var eager = All(images, kernel, stride, dilation, isSame);
        var replayed = compiled.Invoke(images, kernel);

        Assert.Equal(eager.Select(t => t.ToArray<float>()), replayed.Select(t => t.ToArray<float>()));
    }

    [Fact]
    public void Are_there_where_registers_are_wide()
    {
        var convolution = new Convolution(s_one, s_one, true, true);
        var shape = ConvolutionShape.Of(convolution, [8, 32, 32, 16], [3, 3, 16, 16], 1);
        var strided = ConvolutionShape.Of(convolution with { Strides = 2 }, [8, 32, 32, 16], [3, 3, 16, 32], 1);

        Assert.Equal(
            Vector512.IsHardwareAccelerated,
            OwnConvolutions.Of(shape, ConvolutionKind.Product) is WinogradKernel
                && OwnConvolutions.Of(shape, ConvolutionKind.KernelGradient) is WinogradKernelGradientKernel
                && OwnConvolutions.Of(strided, ConvolutionKind.Product) is DirectConvolutionKernel
                && OwnConvolutions.Of(strided, ConvolutionKind.InputGradient) is DirectInputGradientKernel
                && OwnConvolutions.Of(strided, ConvolutionKind.KernelGradient) is DirectKernelGradientKernel);
    }

    [Fact]
    public void Are_for_one_group_and_whole_registers_of_channels()
    {
        var convolution = new Convolution(s_one, s_one, true, true);

        Assert.Null(OwnConvolutions.Of(
            ConvolutionShape.Of(convolution, [64, 32, 32, 16], [3, 3, 16, 20], 1), ConvolutionKind.KernelGradient));
        Assert.Null(OwnConvolutions.Of(
            ConvolutionShape.Of(convolution, [64, 32, 32, 32], [3, 3, 16, 32], 2), ConvolutionKind.KernelGradient));
        Assert.Null(OwnConvolutions.Lower(
            convolution, DType.Float64, [8, 32, 32, 16], [3, 3, 16, 16], 1, ConvolutionKind.Product));
    }

    [Theory]
    [InlineData(3, 1 << 26, 16)]
    [InlineData(3, 8, 1 << 24)]
    [InlineData(1 << 20, 1 << 20, 16)]
    public void Are_not_for_sizes_beyond_counting(int window, int width, int channels)
    {
        var convolution = new Convolution(s_one, s_one, true, true);
        var shape = ConvolutionShape.Of(convolution, [1, 4, width, channels], [3, window, channels, 16], 1);

        Assert.All(Enum.GetValues<ConvolutionKind>(), kind => Assert.Null(OwnConvolutions.Of(shape, kind)));
    }

    private static Tensor[] All(Tensor x, Tensor w, int stride, int dilation, bool isSame)
    {
        using var tape = new GradientTape();
        tape.Watch(x);
        tape.Watch(w);
        var y = Ops.Conv(x, w, stride, isSame ? "same" : "valid", dilationRate: dilation);
        return [y, .. tape.Gradients(y * y, x, w)];
    }

    // Small ones, so that any order of adding gives the same.
    private static EagerTensor Whole(Random random, int[] shape) => Of(shape, () => random.Next(-1, 2));

    private static EagerTensor Numbers(Random random, int[] shape) => Of(shape, () => random.NextSingle() - 0.5f);

    private static EagerTensor Of(int[] sizes, Func<float> next)
    {
        Shape shape = [.. Array.ConvertAll(sizes, size => (int?)size)];
        return Tensor.From(shape, [.. Enumerable.Range(0, (int)shape.Size).Select(_ => next())]);
    }
}
