using Hornet.Native;

namespace Hornet;

/// <summary>A tensor as rows: the axes that stay, flat, by the axes that are reduced, flat.</summary>
internal readonly struct Rows
{
    private readonly long[] _sizes;
    private readonly int[] _kept;
    private readonly int[] _order;

    /// <param name="sizes">The sizes of the tensor.</param>
    /// <param name="reduced">The places of the axes that are reduced.</param>
    public Rows(ReadOnlySpan<long> sizes, int[] reduced)
    {
        _sizes = sizes.ToArray();
        _kept = [.. Enumerable.Range(0, sizes.Length).Where(axis => Array.IndexOf(reduced, axis) < 0)];
        _order = [.. _kept, .. reduced];
        Count = Product(SizesOf(_kept));
        Length = Product(SizesOf(reduced));
    }

    /// <summary>The number of rows.</summary>
    public long Count { get; }

    /// <summary>The number of elements of a row.</summary>
    public long Length { get; }

    /// <summary>The sizes of the axes that stay.</summary>
    public long[] KeptSizes => SizesOf(_kept);

    /// <summary>The rows of a tensor of these sizes.</summary>
    public TensorHandle Of(TensorHandle x)
    {
        using var ordered = Aten.Call("aten::permute"u8, default, x, Array.ConvertAll(_order, axis => (long)axis));
        return Aten.Call("aten::reshape"u8, default, ordered, new[] { Count, Length });
    }

    /// <summary>The tensor whose rows these are.</summary>
    public TensorHandle Back(TensorHandle rows)
    {
        using var ordered = Aten.Call("aten::reshape"u8, default, rows, SizesOf(_order));
        var back = new long[_order.Length];
        for (var i = 0; i < back.Length; i++)
        {
            back[_order[i]] = i;
        }

        return Aten.Call("aten::permute"u8, default, ordered, back);
    }

    private long[] SizesOf(int[] axes)
    {
        var sizes = _sizes;
        return Array.ConvertAll(axes, axis => sizes[axis]);
    }

    private static long Product(long[] sizes) => sizes.Aggregate(1L, (product, size) => product * size);
}
