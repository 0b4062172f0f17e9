using System.Numerics;
using System.Runtime.CompilerServices;
using Hornet.Native;

namespace Hornet;

/// <summary>The product of one row and a matrix of float32: a batch of one.</summary>
/// <remarks>As fast as the matrix can be read, which BLAS's products of matrices are not for a single row.</remarks>
internal static class RowTimesMatrix
{
    private const int Block = 64; // columns: what a thread takes at least
    private const int Work = 1 << 16; // products that are worth a thread

    /// <summary>y[n] = x[k] · w[k, n], all in row-major order.</summary>
    public static void Run(int k, int n, Address x, Address w, Address y)
    {
        var blocks = (n + Block - 1) / Block;
        var grain = Math.Max(1, Work / (k * Block));
        if (blocks <= grain)
        {
            Run(k, n, 0, n, x, w, y);
            return;
        }

        ParallelFor.Run(0, blocks, grain, (k, n, x, w, y), static (begin, end, job) =>
            Run(job.k, job.n, (int)begin * Block, Math.Min((int)end * Block, job.n), job.x, job.w, job.y));
    }

    // Four rows of the matrix at a time, so that the sums are read and written less often.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a call is long: it cannot wait for the next tier
    private static void Run(int k, int n, int first, int last, Address x, Address w, Address y)
    {
        var sums = y.Span<float>(first, last - first);
        var xs = x.Span<float>(k);
        sums.Clear();
        var row = 0;
        for (; row + 4 <= k; row += 4)
        {
            var w0 = w.Span<float>(((long)row * n) + first, sums.Length);
            var w1 = w.Span<float>(((long)(row + 1) * n) + first, sums.Length);
            var w2 = w.Span<float>(((long)(row + 2) * n) + first, sums.Length);
            var w3 = w.Span<float>(((long)(row + 3) * n) + first, sums.Length);
            var (x0, x1, x2, x3) = (xs[row], xs[row + 1], xs[row + 2], xs[row + 3]);
            var i = 0;
            for (; i <= sums.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                var sum = new Vector<float>(sums[i..]);
                sum = Vector.FusedMultiplyAdd(new Vector<float>(x0), new Vector<float>(w0[i..]), sum);
                sum = Vector.FusedMultiplyAdd(new Vector<float>(x1), new Vector<float>(w1[i..]), sum);
                sum = Vector.FusedMultiplyAdd(new Vector<float>(x2), new Vector<float>(w2[i..]), sum);
                sum = Vector.FusedMultiplyAdd(new Vector<float>(x3), new Vector<float>(w3[i..]), sum);
                sum.CopyTo(sums[i..]);
            }

            for (; i < sums.Length; i++)
            {
                sums[i] += (x0 * w0[i]) + (x1 * w1[i]) + (x2 * w2[i]) + (x3 * w3[i]);
            }
        }

        for (; row < k; row++)
        {
            var w0 = w.Span<float>(((long)row * n) + first, sums.Length);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += xs[row] * w0[i];
            }
        }
    }
}
