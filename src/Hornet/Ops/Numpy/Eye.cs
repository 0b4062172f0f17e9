namespace Hornet;

public static partial class Ops
{
    /// <summary>A matrix with ones on a diagonal and zeros elsewhere.</summary>
    /// <param name="n">The number of rows.</param>
    /// <param name="m">The number of columns; as many as rows where null.</param>
    /// <param name="k">Which diagonal: 0 the main one, positive above it, negative below.</param>
    /// <param name="dtype">The dtype; floatx where null.</param>
    /// <example><code>var eye = Ops.Eye(3);</code></example>
    public static Tensor Eye(int n, int? m = null, int k = 0, DType? dtype = null)
    {
        var (rows, columns) = RowsAndColumns(n, m ?? n, k);
        return Cast(Equal(rows, columns), dtype ?? Keras.Config.Floatx());
    }

    /// <summary>The square matrix with ones on the main diagonal and zeros elsewhere.</summary>
    /// <param name="n">The number of rows and columns.</param>
    /// <param name="dtype">The dtype; floatx where null.</param>
    /// <example><code>var identity = Ops.Identity(3);</code></example>
    public static Tensor Identity(int n, DType? dtype = null) => Eye(n, dtype: dtype);

    /// <summary>A matrix with ones on and below a diagonal and zeros above.</summary>
    /// <param name="n">The number of rows.</param>
    /// <param name="m">The number of columns; as many as rows where null.</param>
    /// <param name="k">Which diagonal: 0 the main one, positive above it, negative below.</param>
    /// <param name="dtype">The dtype; floatx where null.</param>
    /// <example><code>var lower = Ops.Tri(3);</code></example>
    public static Tensor Tri(int n, int? m = null, int k = 0, DType? dtype = null)
    {
        var (rows, columns) = RowsAndColumns(n, m ?? n, k);
        return Cast(rows >= columns, dtype ?? Keras.Config.Floatx());
    }

    // As a column and a row, so that a comparison gives a matrix; a row counts as the column of its diagonal element.
    private static (Tensor Rows, Tensor Columns) RowsAndColumns(int rows, int columns, int k) =>
        rows >= 0 && columns >= 0
            ? (ExpandDims(Arange(k, k + rows), -1), Arange(columns))
            : throw new ArgumentException($"Expected 0 rows and columns or more. Received: {rows} and {columns}.");
}
