using System.Numerics;
using System.Runtime.CompilerServices;
using Hornet.Native;

namespace Hornet;

/// <summary>The product of one row and a narrow matrix of float32: the last layer, of a batch of one.</summary>
internal static class RowTimesMatrix
{
    private const int MostColumns = 64;

    /// <summary>Whether the matrix is so narrow that BLAS spends more on its threads than on the product.</summary>
    public static bool IsFor(long rows, long columns) => rows == 1 && columns <= MostColumns;

    /// <summary>y[n] = x[k] · w[k, n], all in row-major order.</summary>
    /// <remarks>Four rows at a time, so that the sums are read and written less often.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a call is long: it cannot wait for the next tier
    public static void Run(int k, int n, Address x, Address w, Address y)
    {
        var sums = y.Span<float>(n);
        var xs = x.Span<float>(k);
        sums.Clear();
        var row = 0;
        for (; row + 4 <= k; row += 4)
        {
            var w0 = w.Span<float>((long)row * n, n);
            var w1 = w.Span<float>((long)(row + 1) * n, n);
            var w2 = w.Span<float>((long)(row + 2) * n, n);
            var w3 = w.Span<float>((long)(row + 3) * n, n);
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
            var w0 = w.Span<float>((long)row * n, n);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += xs[row] * w0[i];
            }
        }
    }
}
