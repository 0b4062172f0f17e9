namespace Hornet;

/// <summary>A dense float32 tensor as a matrix, whose columns are the places of the last axis.</summary>
internal static class MatrixLayout
{
    /// <summary>How many rows and columns there are; null for another dtype, another axis, or no elements.</summary>
    public static (int Rows, int Columns)? Of(DType dtype, ReadOnlySpan<long> sizes, long axis)
    {
        var count = 1L;
        foreach (var size in sizes)
        {
            count *= size;
        }

        var isLast = sizes.Length > 0 && (axis == -1 || axis == sizes.Length - 1);
        return dtype == DType.Float32 && isLast && count is > 0 and <= int.MaxValue
            ? ((int)(count / sizes[^1]), (int)sizes[^1])
            : null;
    }
}
