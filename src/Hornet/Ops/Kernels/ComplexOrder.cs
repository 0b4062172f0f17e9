using System.Numerics;
using Hornet.Native;

namespace Hornet;

/// <summary>The order of complex numbers in JAX: by the real part, of equal ones by the imaginary part.</summary>
internal static class ComplexOrder
{
    private delegate TResult Function<TResult>(Complex x, Complex y);

    /// <summary>Whether the first comes before the second.</summary>
    public static TensorHandle IsLess(TensorHandle x, TensorHandle y) =>
        Map(x, y, DType.Bool, static (a, b) => IsLess(a, b));

    /// <summary>Whether the first comes before the second or is equal to it.</summary>
    public static TensorHandle IsAtMost(TensorHandle x, TensorHandle y) =>
        Map(x, y, DType.Bool, static (a, b) => IsLess(a, b) || a == b);

    /// <summary>The later of each pair, or the earlier; the first where either is not a number.</summary>
    public static TensorHandle Pick(TensorHandle x, TensorHandle y, bool latest) => Kernels.Narrow(
        latest
            ? Map(x, y, DType.Complex128, static (a, b) => IsLess(a, b) ? b : a)
            : Map(x, y, DType.Complex128, static (a, b) => IsLess(b, a) ? b : a),
        x.DType);

    /// <summary>Where in each row the last number of the order is, or the first: as int64 (rows).</summary>
    public static TensorHandle Places(TensorHandle rows, bool latest)
    {
        using var operand = Operand(rows, rows.Sizes);
        var numbers = operand.Elements<Complex>();
        var length = (int)rows.Sizes[1];
        var result = TensorHandle.Empty(DType.Int64, rows.Sizes[..1]);
        var places = result.Elements<long>();
        for (var row = 0; row < places.Length; row++)
        {
            places[row] = Place(numbers.Slice(row * length, length), latest);
        }

        return result;
    }

    /// <summary>The last number of the order along axes, or the first.</summary>
    public static TensorHandle Extremum(TensorHandle x, long[] axes, bool keepdims, bool latest)
    {
        var rank = x.Sizes.Length;
        int[] reduced = [.. axes.Select(axis => (int)(axis < 0 ? axis + rank : axis)).Order()];
        var rows = new Rows(x.Sizes, reduced);
        using var cut = rows.Of(x);
        using var places = Places(cut, latest);
        using var column = Aten.Call("aten::unsqueeze"u8, default, places, 1L);
        using var found = Aten.Call("aten::gather"u8, default, cut, 1L, column, false);
        var sizes = x.Sizes.ToArray();
        Array.ForEach(reduced, axis => sizes[axis] = 1);
        return Aten.Call("aten::reshape"u8, default, found, keepdims ? sizes : rows.KeptSizes);
    }

    private static long Place(ReadOnlySpan<Complex> row, bool latest)
    {
        var place = 0;
        for (var i = 1; i < row.Length; i++)
        {
            if (latest ? IsLess(row[place], row[i]) : IsLess(row[i], row[place]))
            {
                place = i;
            }
        }

        return place;
    }

    private static bool IsLess(Complex x, Complex y) =>
        x.Real < y.Real || (x.Real == y.Real && x.Imaginary < y.Imaginary);

    private static TensorHandle Map<TResult>(
        TensorHandle x, TensorHandle y, DType dtype, Function<TResult> function)
        where TResult : unmanaged
    {
        Span<long> sizes = stackalloc long[Math.Max(x.Sizes.Length, y.Sizes.Length)];
        Broadcasting.Sizes(x.Sizes, y.Sizes, sizes);
        using var left = Operand(x, sizes);
        using var right = Operand(y, sizes);
        var result = TensorHandle.Empty(dtype, sizes);
        var (a, b, c) = (left.Count == 1 ? 0 : 1, right.Count == 1 ? 0 : 1, 0);
        var first = left.Elements<Complex>();
        var second = right.Elements<Complex>();
        foreach (ref var element in result.Elements<TResult>())
        {
            element = function(first[a * c], second[b * c]);
            c++;
        }

        return result;
    }

    private static TensorHandle Operand(TensorHandle x, ReadOnlySpan<long> sizes)
    {
        using var wide = x.DType == DType.Complex128 ? x.NewReference() : Kernels.To(x, DType.Complex128);
        return Broadcasting.Operand(wide, sizes);
    }
}
