using Hornet.Native;

namespace Hornet;

/// <summary>Which elements of each row are its quantiles, and with what weights.</summary>
/// <remarks>A row is what is reduced to one: the reduced axes, flat. All are tensors (rows, quantiles).</remarks>
internal readonly struct Quantiles : IDisposable
{
    private readonly TensorHandle _low;
    private readonly TensorHandle _high;
    private readonly TensorHandle _weight;
    private readonly string _method;

    /// <param name="rows">The rows (rows, elements).</param>
    /// <param name="q">The fractions, of a dtype to compute in.</param>
    /// <param name="method">How to choose between two neighbours.</param>
    /// <param name="skipNan">Whether only what is a number counts.</param>
    public Quantiles(TensorHandle rows, TensorHandle q, string method, bool skipNan)
    {
        _method = method;
        var dtype = q.DType;
        Count = q.Count;
        using var flat = Aten.Call("aten::reshape"u8, default, q, new[] { 1, Count });
        using var last = Last(rows, skipNan, dtype);
        using var position = Aten.Call("aten::mul"u8, "Tensor"u8, flat, last);
        using var below = Aten.Call("aten::floor"u8, default, position);
        using var above = Aten.Call("aten::ceil"u8, default, position);
        _weight = Aten.Add(position, below, -1);
        _low = Places(below, last);
        _high = Places(above, last);
    }

    /// <summary>How many there are of each row.</summary>
    public long Count { get; }

    /// <summary>The quantiles of sorted rows.</summary>
    public TensorHandle Of(TensorHandle sorted)
    {
        using var low = Aten.Call("aten::gather"u8, default, sorted, 1L, _low, false);
        using var high = Aten.Call("aten::gather"u8, default, sorted, 1L, _high, false);
        switch (_method)
        {
            case "lower":
                return low.NewReference();
            case "higher":
                return high.NewReference();
            case "nearest":
                using (var isLow = IsLowNearer())
                {
                    return Aten.Call("aten::where"u8, "self"u8, isLow, low, high);
                }

            default:
                return Weighted(low, high);
        }
    }

    /// <summary>The transpose of <see cref="Of"/>: values of quantiles, each to the elements it was made of.</summary>
    /// <param name="values">What belongs to each quantile (rows, quantiles).</param>
    /// <param name="order">Where the elements of the sorted rows were.</param>
    public TensorHandle Spread(TensorHandle values, TensorHandle order)
    {
        using var zeros = Zeros(order, values.DType);
        using var weights = Weights(values.DType);
        using var atLow = Aten.Call("aten::gather"u8, default, order, 1L, _low, false);
        using var atHigh = Aten.Call("aten::gather"u8, default, order, 1L, _high, false);
        using var low = Aten.Call("aten::mul"u8, "Tensor"u8, values, weights.Low);
        using var high = Aten.Call("aten::mul"u8, "Tensor"u8, values, weights.High);
        using var half = Aten.Call("aten::scatter_add"u8, default, zeros, 1L, atLow, low);
        return Aten.Call("aten::scatter_add"u8, default, half, 1L, atHigh, high);
    }

    public void Dispose()
    {
        _low.Dispose();
        _high.Dispose();
        _weight.Dispose();
    }

    private TensorHandle Weighted(TensorHandle low, TensorHandle high)
    {
        using var weights = Weights(low.DType);
        using var one = Aten.Call("aten::mul"u8, "Tensor"u8, low, weights.Low);
        using var other = Aten.Call("aten::mul"u8, "Tensor"u8, high, weights.High);
        return Aten.Add(one, other, 1);
    }

    private WeightPair Weights(DType dtype)
    {
        using var high = HighWeight();
        using var one = Kernels.Scalar(1, high.DType);
        using var low = Aten.Add(one, high, -1);
        return new WeightPair(Kernels.To(low, dtype), Kernels.To(high, dtype));
    }

    private TensorHandle HighWeight()
    {
        switch (_method)
        {
            case "linear":
                return _weight.NewReference();
            case "nearest":
                using (var isLow = IsLowNearer())
                using (var isHigh = Aten.Call("aten::logical_not"u8, default, isLow))
                {
                    return Kernels.To(isHigh, _weight.DType);
                }

            default:
                var weight = _method switch { "lower" => 0, "higher" => 1, _ => 0.5 };
                return Kernels.Scalar(weight, _weight.DType);
        }
    }

    private TensorHandle IsLowNearer()
    {
        using var half = Kernels.Scalar(0.5, _weight.DType);
        return Aten.Call("aten::le"u8, "Tensor"u8, _weight, half);
    }

    // The place of the last element that counts, in each row.
    private static TensorHandle Last(TensorHandle rows, bool skipNan, DType dtype)
    {
        if (!skipNan)
        {
            using var last = Kernels.Scalar(rows.Sizes[1] - 1, dtype);
            return Aten.Call("aten::expand"u8, default, last, new[] { rows.Sizes[0], 1 }, false);
        }

        using var one = Kernels.Scalar(1, dtype);
        using var isNumber = Aten.Call("aten::eq"u8, "Tensor"u8, rows, rows);
        using var count = Aten.Call(
            "aten::sum"u8, "dim_IntList"u8, isNumber, Argument.Some(new long[] { 1 }), true, Argument.Some(dtype));
        return Aten.Add(count, one, -1);
    }

    private static TensorHandle Places(TensorHandle position, TensorHandle last)
    {
        using var zero = Kernels.Scalar(0, position.DType);
        using var most = Aten.Call("aten::minimum"u8, default, position, last);
        using var place = Aten.Call("aten::maximum"u8, default, most, zero);
        return Kernels.To(place, DType.Int64);
    }

    private static TensorHandle Zeros(TensorHandle like, DType dtype) => Aten.Call(
        "aten::zeros_like"u8,
        default,
        like,
        Argument.Some(dtype),
        Argument.None,
        Argument.None,
        Argument.None,
        Argument.None);

    private readonly record struct WeightPair(TensorHandle Low, TensorHandle High) : IDisposable
    {
        public void Dispose()
        {
            Low.Dispose();
            High.Dispose();
        }
    }
}
