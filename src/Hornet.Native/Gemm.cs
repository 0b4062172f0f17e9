using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>Products of dense matrices at given addresses, by the BLAS that is in libtorch.</summary>
internal static unsafe class Gemm
{
    // As it stands in libtorch's builds with MKL. Elsewhere libtorch's own operator does it, with more overhead.
    private static readonly Lazy<nint> s_sgemm = new(() =>
        LibTorch.TryGetExport("sgemm_", out var address) ? address : 0);

    /// <summary>
    /// result[m, n] = x[m, k] · y[k, n], of float32 in row-major order; an operand that is transposed lies in memory
    /// as [k, m], or [n, k]. With <paramref name="adds"/> the product is added to the result.
    /// </summary>
    public static void Multiply(
        bool transposeX, bool transposeY, int m, int n, int k, Address x, Address y, Address result, bool adds = false)
    {
        var (rowX, rowY) = (transposeX ? m : k, transposeY ? k : n);
        if (m == 0 || n == 0)
        {
            return;
        }

        if (k == 0 || s_sgemm.Value == 0)
        {
            MultiplyInLibTorch(transposeX, transposeY, m, n, k, x, y, result, adds);
            return;
        }

        // BLAS counts columns first: of row-major matrices it sees the transposes, and (XY)ᵀ = Yᵀ Xᵀ.
        byte opX = transposeX ? (byte)'T' : (byte)'N', opY = transposeY ? (byte)'T' : (byte)'N';
        float one = 1, beta = adds ? 1 : 0;
        ((delegate* unmanaged<byte*, byte*, int*, int*, int*, float*, nint, int*, nint, int*, float*, nint, int*, void>)
            s_sgemm.Value)(
                &opY, &opX, &n, &m, &k, &one, y.Value, &rowY, x.Value, &rowX, &beta, result.Value, &n);
    }

    private static void MultiplyInLibTorch(
        bool transposeX, bool transposeY, int m, int n, int k, Address x, Address y, Address result, bool adds)
    {
        using var left = Matrix(x, m, k, transposeX);
        using var right = Matrix(y, k, n, transposeY);
        using var product = Matrix(result, m, n, isTransposed: false);
        if (adds)
        {
            Aten.AddMm(product, left, right);
        }
        else
        {
            Aten.MmInto(product, left, right);
        }
    }

    private static TensorHandle Matrix(Address start, long rows, long columns, bool isTransposed) =>
        TensorHandle.At(start, DType.Float32, [rows, columns], isTransposed ? [1, rows] : [columns, 1]);
}
