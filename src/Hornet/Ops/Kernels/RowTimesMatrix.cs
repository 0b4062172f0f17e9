using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Hornet.Native;

namespace Hornet;

/// <summary>The product of one row and a matrix of float32: a prediction of one sample.</summary>
/// <remarks>
/// The matrix is read once, so that the caches bound the time: some rows at a time, in long runs, and each thread reads
/// rows of its own, which stay in its cache. BLAS takes longer, and far longer for few columns.
/// </remarks>
internal static class RowTimesMatrix
{
    private const int RowsAtOnce = 16;
    private const int Register = 16;
    private const int MostColumns = 1024; // BLAS is as fast with more
    private const int MostInHalves = 64; // where it takes two registers or more for one of these
    private const long WeightsOfPart = 100_000; // a second thread takes as long to begin
    private const int MostParts = 16;

    /// <summary>Whether it is faster than BLAS.</summary>
    public static bool IsFor(long rows, long columns) =>
        rows == 1 && columns <= (Vector512.IsHardwareAccelerated ? MostColumns : MostInHalves);

    /// <summary>y[n] = x[k] · w[k, n], all in row-major order.</summary>
    public static void Run(int k, int n, Address x, Address w, Address y)
    {
        var parts = CountParts(k, n);
        var job = new Job(k, n, x, w, Scratch.Get((long)parts * Padded(n) * sizeof(float)));
        Parts.Run((k + RowsAtOnce - 1) / RowsAtOnce, parts, job, static (job, first, last, part) => Sum(
            job, (int)first * RowsAtOnce, (int)Math.Min(last * RowsAtOnce, job.K), part));

        var sums = y.Span<float>(n);
        job.Sums(0).Span<float>(n).CopyTo(sums);
        for (var part = 1; part < parts; part++)
        {
            TensorPrimitives.Add(sums, job.Sums(part).Span<float>(n), sums);
        }
    }

    // By the sizes alone, so that the order of the sums does not depend on the threads.
    private static int CountParts(int k, int n)
    {
        var most = Math.Min((long)k * n / WeightsOfPart, k / RowsAtOnce);
        return 1 << BitOperations.Log2((uint)Math.Clamp(most, 1, MostParts));
    }

    private static int Padded(int n) => (n + Register - 1) / Register * Register;

    private static void Sum(Job job, int first, int last, int part)
    {
        var sums = job.Sums(part).Span<float>(Padded(job.N));
        sums.Clear();
        var x = job.X.Span<float>(job.K);
        var row = first;

        // What is read beside a row is of the next ones, and beyond the last one there are none.
        var end = Math.Min(last, (((job.K * (long)job.N) - sums.Length) / Math.Max(job.N, 1)) + 1);
        for (; row + RowsAtOnce <= end; row += RowsAtOnce)
        {
            AddRows(ref x[row], ref job.Row(row), job.N, sums);
        }

        for (; row < last; row++)
        {
            AddRow(x[row], job.W.Span<float>((long)row * job.N, job.N), sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddRow(float x, ReadOnlySpan<float> w, Span<float> sums)
    {
        var i = 0;
        for (; i <= w.Length - Register; i += Register)
        {
            var some = sums.Slice(i, Register);
            var sum = Vector512.Create<float>(some);
            Vector512.FusedMultiplyAdd(Vector512.Create(x), Vector512.Create(w.Slice(i, Register)), sum).CopyTo(some);
        }

        for (; i < w.Length; i++)
        {
            sums[i] = MathF.FusedMultiplyAdd(x, w[i], sums[i]);
        }
    }

    // Two sums of each register, since each addition waits for the one before.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void AddRows(ref float x, ref float w, nint n, Span<float> sums)
    {
        var (x0, x1, x2, x3) = (Of(ref x, 0), Of(ref x, 1), Of(ref x, 2), Of(ref x, 3));
        var (x4, x5, x6, x7) = (Of(ref x, 4), Of(ref x, 5), Of(ref x, 6), Of(ref x, 7));
        var (x8, x9, x10, x11) = (Of(ref x, 8), Of(ref x, 9), Of(ref x, 10), Of(ref x, 11));
        var (x12, x13, x14, x15) = (Of(ref x, 12), Of(ref x, 13), Of(ref x, 14), Of(ref x, 15));
        ref var sum = ref sums[0];
        for (var left = sums.Length; left > 0; left -= Register)
        {
            ref var below = ref Unsafe.Add(ref w, 8 * n);
            var odd = x1 * At(ref w, n);
            var even = Vector512.FusedMultiplyAdd(x0, At(ref w, 0), Vector512.LoadUnsafe(ref sum));
            odd = Vector512.FusedMultiplyAdd(x3, At(ref w, 3 * n), odd);
            even = Vector512.FusedMultiplyAdd(x2, At(ref w, 2 * n), even);
            odd = Vector512.FusedMultiplyAdd(x5, At(ref w, 5 * n), odd);
            even = Vector512.FusedMultiplyAdd(x4, At(ref w, 4 * n), even);
            odd = Vector512.FusedMultiplyAdd(x7, At(ref w, 7 * n), odd);
            even = Vector512.FusedMultiplyAdd(x6, At(ref w, 6 * n), even);
            odd = Vector512.FusedMultiplyAdd(x9, At(ref below, n), odd);
            even = Vector512.FusedMultiplyAdd(x8, At(ref below, 0), even);
            odd = Vector512.FusedMultiplyAdd(x11, At(ref below, 3 * n), odd);
            even = Vector512.FusedMultiplyAdd(x10, At(ref below, 2 * n), even);
            odd = Vector512.FusedMultiplyAdd(x13, At(ref below, 5 * n), odd);
            even = Vector512.FusedMultiplyAdd(x12, At(ref below, 4 * n), even);
            odd = Vector512.FusedMultiplyAdd(x15, At(ref below, 7 * n), odd);
            even = Vector512.FusedMultiplyAdd(x14, At(ref below, 6 * n), even);
            (even + odd).StoreUnsafe(ref sum);
            w = ref Unsafe.Add(ref w, Register);
            sum = ref Unsafe.Add(ref sum, Register);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Of(ref float x, int row) => Vector512.Create(Unsafe.Add(ref x, row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> At(ref float w, nint place) => Vector512.LoadUnsafe(ref Unsafe.Add(ref w, place));

    private readonly record struct Job(int K, int N, Address X, Address W, Address Memory)
    {
        public Address Sums(int part) => Memory.Skip<float>((long)part * Padded(N));

        public ref float Row(int row) => ref W.Skip<float>((long)row * N).First<float>();
    }
}
