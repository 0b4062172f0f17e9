using System.Collections.Concurrent;
using Hornet.Native;

namespace Hornet;

/// <summary>Which of libtorch's convolutions give the right numbers here.</summary>
/// <remarks>
/// libtorch's oneDNN, twice as fast as products of matrices, gives wrong numbers on some processors, silently and for
/// some sizes only: a pointwise convolution to 33 channels, depthwise ones, gradients of one channel. So each
/// convolution is tried once before libtorch is let near it, with small whole numbers, whose sums are exact in any
/// order: both ways must agree to the last bit.
/// </remarks>
internal static class ConvolutionTrust
{
    private const int MostEntries = 4096; // a program meets few sizes; one that meets many does without
    private const double LeastWork = 1 << 23; // below it a call of libtorch costs more than it saves

    private static readonly ConcurrentDictionary<(ConvolutionShape Shape, ConvolutionKind Kind), bool> s_verdicts =
        new();

    /// <summary>Computes one of the three from contiguous tensors.</summary>
    internal delegate TensorHandle Kernel(ConvolutionShape shape, TensorHandle first, TensorHandle second);

    /// <summary>Whether libtorch is worth it, and right.</summary>
    public static bool Has(ConvolutionShape shape, ConvolutionKind kind, DType dtype, Kernel ours, Kernel theirs)
    {
        if (dtype != DType.Float32 || !IsWorthIt(shape))
        {
            return false;
        }

        if (s_verdicts.TryGetValue((shape, kind), out var isRight))
        {
            return isRight;
        }

        return s_verdicts.Count < MostEntries
            && s_verdicts.GetOrAdd((shape, kind), key => Try(key.Shape, key.Kind, ours, theirs));
    }

    /// <summary>Whether there is enough to compute for a call of libtorch's.</summary>
    public static bool IsWorthIt(ConvolutionShape shape) => Work(shape) >= LeastWork;

    private static double Work(ConvolutionShape shape) =>
        (double)shape.Rows * shape.PatchSize * shape.OutputChannels;

    private static bool Try(ConvolutionShape shape, ConvolutionKind kind, Kernel ours, Kernel theirs)
    {
        if (!TorchConvolution.Takes(shape))
        {
            return false;
        }

        long[] x = [(long)shape.Batch * shape.Input.Size, shape.Channels];
        long[] w = [shape.PatchSize, shape.OutputChannels];
        long[] y = [shape.Rows, shape.OutputChannels];
        using var first = Numbers(kind == ConvolutionKind.InputGradient ? y : x, 1);
        using var second = Numbers(kind == ConvolutionKind.KernelGradient ? y : w, 2);
        using var right = ours(shape, first, second);
        using var result = theirs(shape, first, second);
        return right.Elements<float>().SequenceEqual(result.Elements<float>());
    }

    // Of −1, 0, 1: however many are multiplied and added, nothing is rounded.
    private static TensorHandle Numbers(long[] sizes, uint seed)
    {
        var numbers = TensorHandle.Empty(DType.Float32, sizes);
        foreach (ref var number in numbers.Elements<float>())
        {
            seed = (seed * 1664525) + 1013904223;
            number = (int)((seed >> 16) % 3) - 1;
        }

        return numbers;
    }
}
