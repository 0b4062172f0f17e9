using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Hornet.Native;

namespace Hornet;

/// <summary>Convolutions of each channel by itself, with as many output channels as input channels.</summary>
/// <remarks>One call of a loop is long: it cannot wait for the next tier of the compiler.</remarks>
internal static class DepthwiseKernels
{
    /// <summary>y = Σ window of x · w, channel by channel, of contiguous tensors.</summary>
    public static TensorHandle Product<T>(ConvolutionShape shape, TensorHandle x, TensorHandle w)
        where T : unmanaged, INumber<T>
    {
        var y = TensorHandle.Empty(x.DType, [shape.Rows, shape.Channels]);
        Parts.Run(shape.Rows, Parts.Count(shape), (shape, x, w, y), static (job, first, last, _) =>
            Product(job.shape, job.x.Elements<T>(), job.w.Elements<T>(), job.y.Elements<T>(), first, last));
        return y;
    }

    /// <summary>dx = Σ g · w over the windows that look at a place. The rows of one image stay on one thread.</summary>
    public static TensorHandle InputGradient<T>(ConvolutionShape shape, TensorHandle g, TensorHandle w)
        where T : unmanaged, INumber<T>
    {
        var dx = RowMajor.Zeros([(long)shape.Batch * shape.Input.Size, shape.Channels], g.DType);
        Parts.Run(shape.Batch, Parts.Count(shape), (shape, g, w, dx), static (job, first, last, _) => InputGradient(
            job.shape,
            job.g.Elements<T>(),
            job.w.Elements<T>(),
            job.dx.Elements<T>(),
            first * job.shape.Output.Size,
            last * job.shape.Output.Size));
        return dx;
    }

    /// <summary>dw = Σ window of x · g over the rows; each part of them has a sum of its own.</summary>
    public static void KernelGradient<T>(ConvolutionShape shape, TensorHandle x, TensorHandle g, TensorHandle sums)
        where T : unmanaged, INumber<T> =>
        Parts.Run(shape.Rows, (int)sums.Sizes[0], (shape, x, g, sums), static (job, first, last, part) =>
        {
            var sum = job.sums.Elements<T>().Slice(part * job.shape.Kernel.Size * job.shape.Channels);
            KernelGradient(job.shape, job.x.Elements<T>(), job.g.Elements<T>(), sum, first, last);
        });

    // Fills some rows of the output.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Product<T>(
        ConvolutionShape shape, ReadOnlySpan<T> x, ReadOnlySpan<T> w, Span<T> y, long firstRow, long lastRow)
        where T : unmanaged, INumber<T>
    {
        var channels = shape.Channels;
        Span<(int Input, int Kernel)> taps = stackalloc (int, int)[shape.Kernel.Size];
        for (var row = firstRow; row < lastRow; row++)
        {
            var inside = taps[..FindTaps(shape, row, taps)];
            var result = y.Slice((int)(row * channels), channels);
            var vectors = MemoryMarshal.Cast<T, Vector<T>>(result);
            for (var i = 0; i < vectors.Length; i++)
            {
                var sum = Vector<T>.Zero;
                foreach (var (input, kernel) in inside)
                {
                    var c = i * Vector<T>.Count;
                    sum += new Vector<T>(x[(input + c)..]) * new Vector<T>(w[(kernel + c)..]);
                }

                vectors[i] = sum;
            }

            for (var c = vectors.Length * Vector<T>.Count; c < channels; c++)
            {
                var sum = T.Zero;
                foreach (var (input, kernel) in inside)
                {
                    sum += x[input + c] * w[kernel + c];
                }

                result[c] = sum;
            }
        }
    }

    // Adds to the gradient of the input what the rows of some images give.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputGradient<T>(
        ConvolutionShape shape, ReadOnlySpan<T> g, ReadOnlySpan<T> w, Span<T> dx, long firstRow, long lastRow)
        where T : unmanaged, INumber<T>
    {
        var channels = shape.Channels;
        Span<(int Input, int Kernel)> taps = stackalloc (int, int)[shape.Kernel.Size];
        for (var row = firstRow; row < lastRow; row++)
        {
            var gradient = g.Slice((int)(row * channels), channels);
            foreach (var (input, kernel) in taps[..FindTaps(shape, row, taps)])
            {
                MultiplyAdd(gradient, w.Slice(kernel, channels), dx.Slice(input, channels));
            }
        }
    }

    // Adds to the gradient of the kernel what some rows give.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void KernelGradient<T>(
        ConvolutionShape shape, ReadOnlySpan<T> x, ReadOnlySpan<T> g, Span<T> dw, long firstRow, long lastRow)
        where T : unmanaged, INumber<T>
    {
        var channels = shape.Channels;
        Span<(int Input, int Kernel)> taps = stackalloc (int, int)[shape.Kernel.Size];
        for (var row = firstRow; row < lastRow; row++)
        {
            var gradient = g.Slice((int)(row * channels), channels);
            foreach (var (input, kernel) in taps[..FindTaps(shape, row, taps)])
            {
                MultiplyAdd(gradient, x.Slice(input, channels), dw.Slice(kernel, channels));
            }
        }
    }

    // sum += x · y
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyAdd<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> sum)
        where T : unmanaged, INumber<T>
    {
        var sums = MemoryMarshal.Cast<T, Vector<T>>(sum);
        var factors1 = MemoryMarshal.Cast<T, Vector<T>>(x);
        var factors2 = MemoryMarshal.Cast<T, Vector<T>>(y);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += factors1[i] * factors2[i];
        }

        for (var i = sums.Length * Vector<T>.Count; i < sum.Length; i++)
        {
            sum[i] += x[i] * y[i];
        }
    }

    // Where the places of a window lie that are inside the input, and their weights.
    private static int FindTaps(ConvolutionShape shape, long row, Span<(int Input, int Kernel)> taps)
    {
        var line = PatchLine.At(shape, row, 1, 0);
        var width = line.FirstWidth(shape);
        var (first, last) = shape.TapsInside(width);
        var (count, channels) = (0, shape.Channels);
        for (var tap = 0; tap < shape.Kernel.Depth * shape.Kernel.Height; tap++)
        {
            if (line.TryFind(shape, tap, out var offset))
            {
                for (var k = first; k < last; k++)
                {
                    var input = offset + ((width + (k * shape.Dilation.Width)) * channels);
                    taps[count++] = (input, ((tap * shape.Kernel.Width) + k) * channels);
                }
            }
        }

        return count;
    }
}
