namespace Hornet;

/// <summary>What the shapes of an input and of a kernel must be to each other.</summary>
internal static class ConvolutionRules
{
    private const int MostSpatialAxes = 3;

    public static void Check(Convolution convolution, TensorSpec x, TensorSpec w, string operation)
    {
        CheckRanks(x, w, operation);
        var channels = x.Shape[convolution.ChannelAxis(x.Shape.Rank)];
        var (each, outputs) = (w.Shape[^2], w.Shape[^1]);
        if (each == 0 || channels is { } known && each is { } size && known % size != 0)
        {
            throw new ShapeException(
                operation,
                "the number of input channels to be a multiple of the kernel's input channels",
                $"input channels={channels} of x={x}, kernel input channels={each} of kernel={w}");
        }

        if (channels / each is { } groups && outputs % groups != 0)
        {
            throw new ShapeException(
                operation, $"output channels that {groups} groups of input channels share", $"kernel={w}, x={x}");
        }
    }

    public static void CheckRanks(TensorSpec x, TensorSpec w, string operation)
    {
        if (x.Shape.Rank is < 3 or > MostSpatialAxes + 2 || w.Shape.Rank != x.Shape.Rank)
        {
            throw new ShapeException(
                operation,
                "an input with a batch axis, 1 to 3 spatial axes and a channel axis, and a kernel of the same rank",
                $"x={x}, kernel={w}");
        }

        if (w.DType.IsComplex() || w.DType == DType.Bool)
        {
            throw new ShapeException(operation, "real numbers", $"x={x}, kernel={w}");
        }
    }

    /// <summary>
    /// The spatial sizes of a kernel; of "same" padding they need not be known for the result's shape.
    /// </summary>
    public static int[] Kernel(Shape kernel, bool isSame = false) =>
        [.. kernel.Take(kernel.Rank - 2).Select(size => size
        ?? (isSame ? 1 : throw new ArgumentException(
            $"Expected a kernel whose spatial sizes are known. Received: a kernel of shape {kernel}.")))];

    public static int Groups(Convolution convolution, Shape input, Shape kernel) =>
        input[convolution.ChannelAxis(input.Rank)]!.Value / kernel[^2]!.Value;
}
