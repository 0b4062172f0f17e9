using Hornet.Testing;

namespace Hornet.Tests;

public sealed class ConvOpTests
{
    [Fact]
    public void Keeps_the_contract()
    {
        Check([2, 5, 2], [3, 2, 3], padding: "same", strides: 2);
        Check([2, 4, 5, 2], [2, 3, 2, 3]);
        Check([1, 3, 4, 3, 2], [2, 2, 2, 2, 1], padding: "same");
    }

    [Fact]
    public void Keeps_the_contract_with_groups_dilation_and_channels_first()
    {
        Check([1, 4, 4, 4], [2, 2, 2, 2], dilationRate: (2, 1));
        Check([2, 3, 4, 4], [3, 3, 3, 2], padding: "same", strides: (2, 1), dataFormat: "channels_first");
        Check([2, 3, 3, 3], [1, 1, 3, 2]);
        Check([1, 4, 4, 3], [2, 2, 1, 6], padding: "same");
    }

    [Fact]
    public void Of_an_image_adds_up_what_the_window_shows()
    {
        var image = Tensor.From([1, 3, 3, 1], [1f, 2, 3, 4, 5, 6, 7, 8, 9]);
        var kernel = Tensor.From([2, 2, 1, 1], [1f, 10, 100, 1000]);

        Assert.Equal(new float[] { 5421, 6532, 8754, 9865 }, Ops.Conv(image, kernel).ToArray<float>());
        Assert.Equal(
            new float[] { 5421, 603, 87, 9 }, Ops.Conv(image, kernel, strides: 2, padding: "same").ToArray<float>());
    }

    [Theory]
    [InlineData(17, 33, 1)] // where oneDNN goes wrong
    [InlineData(32, 64, 3)]
    [InlineData(3, 16, 5)]
    public void Of_many_channels_gives_what_float64_gives(int channels, int filters, int size)
    {
        var random = new Random(0);
        var (x, w) = (Numbers(random, [2, 24, 23, channels]), Numbers(random, [size, size, channels, filters]));

        var (single, @double) = (Gradients(x, w), Gradients(Ops.Cast(x, DType.Float64), Ops.Cast(w, DType.Float64)));

        for (var i = 0; i < single.Length; i++)
        {
            Assert.Equal(@double[i].ToArray<double>(), Array.ConvertAll(single[i].ToArray<float>(), v => (double)v));
        }
    }

    [Fact]
    public void Takes_the_dtype_of_the_kernel()
    {
        var whole = Ops.Conv(Ops.Ones([1, 3, 3, 1], DType.Int32), Ops.Ones([2, 2, 1, 1], DType.Int32));
        var half = Ops.Conv(Ops.Ones([1, 3, 3, 1]), Ops.Ones([2, 2, 1, 1], DType.BFloat16));

        Assert.Equal(new[] { 4, 4, 4, 4 }, whole.ToArray<int>());
        Assert.Equal(new float[] { 4, 4, 4, 4 }, half.ToArray<float>());
        Assert.Equal(DType.BFloat16, half.DType);
    }

    [Fact]
    public void Of_no_images_gives_none()
    {
        Assert.Equal([0, 2, 2, 4], Ops.Conv(new float[0, 3, 3, 1], new float[2, 2, 1, 4]).Shape);
        Assert.Equal([2, 0, 4], Ops.Conv(new float[2, 0, 1], new float[2, 1, 4], padding: "same").Shape);
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Equal(
            "Conv: expected the number of input channels to be a multiple of the kernel's input channels. " +
            "Received: input channels=3 of x=float32(1, 5, 5, 3), kernel input channels=2 of kernel=float32(3, " +
            "3, 2, 4).",
            Message(() => Ops.Conv(new float[1, 5, 5, 3], new float[3, 3, 2, 4])));
        Assert.Contains(
            "as large as a window (3 in spatial axis 1)",
            Message(() => Ops.Conv(new float[1, 5, 2, 1], new float[3, 3, 1, 1])),
            StringComparison.Ordinal);
        Assert.Throws<ShapeException>(() => Ops.Conv(new float[1, 5, 1], new float[3, 3, 1, 1]));
        Assert.Throws<ShapeException>(() => Ops.Conv(new float[1, 5, 1], new float[3, 1, 1], strides: (1, 2)));
        Assert.Throws<ArgumentException>(() => Ops.Conv(new float[1, 5, 1], new float[3, 1, 1], padding: "causal"));
        Assert.Throws<ArgumentException>(
            () => Ops.Conv(new KerasTensor([null, 9, 3]), new KerasTensor([null, 3, 4])));
    }

    private static string Message(Func<Tensor> call) => Assert.ThrowsAny<ArgumentException>(call).Message;

    private static void Check(
        Shape x,
        Shape kernel,
        Sizes? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        Sizes? dilationRate = null) => OpContract.Check(
            t => Ops.Conv(t[0], Ops.BroadcastTo(t[1], kernel), strides, padding, dataFormat, dilationRate), x, kernel);

    // Small whole numbers, so that any order of adding gives the same.
    private static EagerTensor Numbers(Random random, Shape shape) =>
        Tensor.From(shape, [.. Enumerable.Range(0, (int)shape.Size).Select(_ => (float)random.Next(-2, 3))]);

    private static Tensor[] Gradients(Tensor x, Tensor w)
    {
        using var tape = new GradientTape();
        tape.Watch(x);
        tape.Watch(w);
        var y = Ops.Conv(x, w, padding: "same");
        return [y, .. tape.Gradients(y, x, w)];
    }
}

// Checked with Conv: the product of windows, and its gradients, which are products too.
public sealed class ConvolveOpTests
{
    [Fact]
    public void Is_merged_with_an_equal_one()
    {
        var x = new KerasTensor([1, 5, 5, 1]);

        Assert.Equal([1, 3, 3, 2], Ops.Conv(x, new float[3, 3, 1, 2]).Shape);
    }
}

public sealed class ConvolveInputOpTests
{
    [Fact]
    public void Spreads_each_window_over_its_places()
    {
        Tensor x = new float[1, 3, 1];
        using var tape = new GradientTape();
        tape.Watch(x);

        var y = Ops.Conv(x, Tensor.From([2, 1, 1], [1f, 10]));

        Assert.Equal(new float[] { 1, 11, 10 }, tape.Gradient(y, x).ToArray<float>());
    }
}

public sealed class ConvolveKernelOpTests
{
    [Fact]
    public void Adds_up_what_each_place_of_the_kernel_saw()
    {
        Tensor w = new float[2, 1, 1];
        using var tape = new GradientTape();
        tape.Watch(w);

        var y = Ops.Conv(Tensor.From([1, 3, 1], [1f, 10, 100]), w);

        Assert.Equal(new float[] { 11, 110 }, tape.Gradient(y, w).ToArray<float>());
    }
}
