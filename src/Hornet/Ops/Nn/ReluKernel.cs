using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Hornet.Native;

namespace Hornet;

/// <summary>The gradient of a ReLU in one go: libtorch's C ABI has no kernel for it.</summary>
internal static class ReluKernel
{
    private const int Grain = 1 << 15; // elements that are worth a thread

    /// <summary>g where y > 0, elsewhere 0; of float32 or float64.</summary>
    public static TensorHandle Gradient<T>(TensorHandle g, TensorHandle y)
        where T : unmanaged, INumber<T>
    {
        using var gradient = g.Contiguous();
        using var output = y.Contiguous();
        var result = TensorHandle.Empty(g.DType, g.Sizes);
        var job = (gradient, output, result);
        if (result.Count <= Grain)
        {
            Fill(gradient.Elements<T>(), output.Elements<T>(), result.Elements<T>());
        }
        else
        {
            ParallelFor.Run(0, result.Count, Grain, job, static (begin, end, job) => Fill(
                job.gradient.Elements<T>()[(int)begin..(int)end],
                job.output.Elements<T>()[(int)begin..(int)end],
                job.result.Elements<T>()[(int)begin..(int)end]));
        }

        return result;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // one call is long: it cannot wait for the next tier
    private static void Fill<T>(ReadOnlySpan<T> g, ReadOnlySpan<T> y, Span<T> result)
        where T : unmanaged, INumber<T>
    {
        var gradients = MemoryMarshal.Cast<T, Vector<T>>(g);
        var outputs = MemoryMarshal.Cast<T, Vector<T>>(y);
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(result);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = Vector.ConditionalSelect(
                Vector.GreaterThan(outputs[i], Vector<T>.Zero), gradients[i], Vector<T>.Zero);
        }

        for (var i = vectors.Length * Vector<T>.Count; i < result.Length; i++)
        {
            result[i] = y[i] > T.Zero ? g[i] : T.Zero;
        }
    }
}
