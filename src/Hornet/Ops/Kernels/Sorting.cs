using Hornet.Native;

namespace Hornet;

/// <summary>The rows of a tensor in order, and the quantiles in them.</summary>
internal readonly struct Sorting : IDisposable
{
    private readonly Rows _rows;
    private readonly TensorHandle _sorted;
    private readonly TensorHandle _order;
    private readonly TensorHandle _hasNan;
    private readonly Quantiles _quantiles;

    /// <param name="x">Real floats of any dtype.</param>
    /// <param name="q">The fractions, of any dtype.</param>
    /// <param name="rows">How x is cut into rows.</param>
    /// <param name="method">How to choose between two neighbours.</param>
    /// <param name="skipNan">Whether only numbers count: else a row with anything else has no quantiles.</param>
    public Sorting(TensorHandle x, TensorHandle q, Rows rows, string method, bool skipNan)
    {
        _rows = rows;
        var dtype = ComputeType(x.DType);
        using var wide = Kernels.To(x, dtype);
        using var cut = rows.Of(wide);
        using var fractions = Kernels.To(q, dtype);
        Span<TensorHandle> results = stackalloc TensorHandle[2];
        Aten.CallMany("aten::sort"u8, default, results, cut, -1L, false); // what is not a number comes last
        (_sorted, _order) = (results[0], results[1]);
        _quantiles = new Quantiles(cut, fractions, method, skipNan);
        _hasNan = skipNan ? default : HasNan(cut);
    }

    /// <summary>The quantiles of the tensor itself.</summary>
    public TensorHandle Quantiles(long[] sizes, DType dtype)
    {
        using var found = _quantiles.Of(_sorted);
        using var masked = Masked(found, double.NaN);
        return Kernels.Narrow(Result(masked, sizes), dtype);
    }

    /// <summary>What other values have at the places of the quantiles.</summary>
    public TensorHandle Choose(TensorHandle values, long[] sizes)
    {
        using var wide = Kernels.To(values, _sorted.DType);
        using var cut = _rows.Of(wide);
        using var sorted = Aten.Call("aten::gather"u8, default, cut, 1L, _order, false);
        using var found = _quantiles.Of(sorted);
        using var masked = Masked(found, 0);
        return Kernels.Narrow(Result(masked, sizes), values.DType);
    }

    /// <summary>Values of the quantiles, each to the elements it was made of.</summary>
    public TensorHandle Spread(TensorHandle values)
    {
        using var wide = Kernels.To(values, _sorted.DType);
        using var byQuantile = Aten.Call("aten::reshape"u8, default, wide, new[] { _quantiles.Count, _rows.Count });
        using var byRow = Aten.Call("aten::transpose"u8, "int"u8, byQuantile, 0L, 1L);
        using var masked = Masked(byRow, 0);
        using var spread = _quantiles.Spread(masked, _order);
        return Kernels.Narrow(_rows.Back(spread), values.DType);
    }

    public void Dispose()
    {
        _sorted.Dispose();
        _order.Dispose();
        _hasNan.Dispose();
        _quantiles.Dispose();
    }

    // What Keras computes in: half precision would round the places.
    private static DType ComputeType(DType dtype) => dtype == DType.Float64 ? dtype : DType.Float32;

    private static TensorHandle HasNan(TensorHandle rows)
    {
        using var isNan = Aten.Call("aten::isnan"u8, default, rows);
        return Aten.Call("aten::any"u8, "dims"u8, isNan, Argument.Some(new long[] { 1 }), true);
    }

    private TensorHandle Masked(TensorHandle values, double stand)
    {
        if (_hasNan == default)
        {
            return values.NewReference();
        }

        using var number = Kernels.Scalar(stand, values.DType);
        return Aten.Call("aten::where"u8, "self"u8, _hasNan, number, values);
    }

    // (rows, quantiles) to the quantiles' axes, then those of the rows.
    private static TensorHandle Result(TensorHandle byRow, long[] sizes)
    {
        using var byQuantile = Aten.Call("aten::transpose"u8, "int"u8, byRow, 0L, 1L);
        return Aten.Call("aten::reshape"u8, default, byQuantile, sizes);
    }
}
