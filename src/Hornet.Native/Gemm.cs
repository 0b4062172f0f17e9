namespace Hornet.Native;

/// <summary>Products of dense matrices at given addresses, by the BLAS that is in libtorch.</summary>
internal static unsafe class Gemm
{
    // As they stand in libtorch's builds with MKL. Elsewhere libtorch's own operator does it, with more overhead.
    private static readonly Lazy<nint> s_sgemm = new(() => Find("sgemm_"));
    private static readonly Lazy<nint> s_dgemm = new(() => Find("dgemm_"));

    /// <summary>
    /// result[m, n] = x[m, k] · y[k, n], of float32 in row-major order; an operand that is transposed lies in memory
    /// as [k, m], or [n, k]. With <paramref name="adds"/> the product is added to the result.
    /// </summary>
    public static void Multiply(
        bool transposeX, bool transposeY, int m, int n, int k, Address x, Address y, Address result, bool adds = false)
        => Multiply<float>(transposeX, transposeY, m, n, k, new(x), new(y), new(result), adds);

    /// <summary>The same of float32 or float64, and of matrices that may be columns of wider ones.</summary>
    public static void Multiply<T>(
        bool transposeX, bool transposeY, int m, int n, int k, MatrixPart x, MatrixPart y, MatrixPart result,
        bool adds = false)
        where T : unmanaged
    {
        var (rowX, rowY) = (x.RowOr(transposeX ? m : k), y.RowOr(transposeY ? k : n));
        var row = result.RowOr(n);
        if (m == 0 || n == 0)
        {
            return;
        }

        var gemm = typeof(T) == typeof(float) ? s_sgemm.Value : s_dgemm.Value;
        if (k == 0 || gemm == 0)
        {
            var dtype = typeof(T) == typeof(float) ? DType.Float32 : DType.Float64;
            using var left = Matrix(dtype, x.Start, m, k, rowX, transposeX);
            using var right = Matrix(dtype, y.Start, k, n, rowY, transposeY);
            using var product = Matrix(dtype, result.Start, m, n, row, isTransposed: false);
            MultiplyInLibTorch(left, right, product, adds);
            return;
        }

        Subnormals.FlushInWorkers();

        // BLAS counts columns first: of row-major matrices it sees the transposes, and (XY)ᵀ = Yᵀ Xᵀ.
        byte opX = transposeX ? (byte)'T' : (byte)'N', opY = transposeY ? (byte)'T' : (byte)'N';
        var (singleBeta, doubleBeta) = adds ? (1f, 1.0) : (0f, 0.0);
        var (singleOne, doubleOne) = (1f, 1.0);
        var alpha = typeof(T) == typeof(float) ? (void*)&singleOne : &doubleOne;
        var beta = typeof(T) == typeof(float) ? (void*)&singleBeta : &doubleBeta;
        ((delegate* unmanaged<byte*, byte*, int*, int*, int*, void*, nint, int*, nint, int*, void*, nint, int*, void>)
            gemm)(
                &opY, &opX, &n, &m, &k, alpha, y.Start.Value, &rowY, x.Start.Value, &rowX, beta, result.Start.Value,
                &row);
    }

    private static void MultiplyInLibTorch(TensorHandle left, TensorHandle right, TensorHandle product, bool adds)
    {
        if (adds)
        {
            Aten.AddMm(product, left, right);
        }
        else
        {
            Aten.MmInto(product, left, right);
        }
    }

    private static TensorHandle Matrix(
        DType dtype, Address start, long rows, long columns, long row, bool isTransposed) =>
        TensorHandle.At(start, dtype, [rows, columns], isTransposed ? [1, row] : [row, 1]);

    private static nint Find(string name) => LibTorch.TryGetExport(name, out var address) ? address : 0;
}

/// <summary>MatrixPart of a row-major matrix.</summary>
/// <param name="Start">Where the first of them begins.</param>
/// <param name="Row">From one row to the next there are so many elements; as many as there are columns where 0.</param>
internal readonly record struct MatrixPart(Address Start, int Row = 0)
{
    public int RowOr(int columns) => Row == 0 ? Math.Max(columns, 1) : Row;
}
