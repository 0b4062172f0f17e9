using Hornet.Native;

namespace Hornet;

/// <summary>Calls of libtorch that care for the dtypes it has no kernels for.</summary>
internal static class Kernels
{
    /// <summary>The dtype that stands in for one without kernels: uint16, uint32, uint64 and float8.</summary>
    public static DType Computable(DType dtype) =>
        dtype.IsBareUnsigned() ? DType.Int64 : dtype.IsFloat8() ? DType.Float32 : dtype;

    /// <summary>A number as a tensor without axes.</summary>
    public static TensorHandle Scalar(double value, DType dtype) => Scalar(new Literal(DType.Float64, value), dtype);

    /// <summary>A literal as a tensor without axes.</summary>
    public static TensorHandle Scalar(Literal literal, DType dtype)
    {
        var constant = Constants.Get(literal, dtype);
        var reference = constant.Handle.NewReference();
        GC.KeepAlive(constant); // only the first thousand constants live for ever
        return reference;
    }

    /// <summary>Zeros that take no memory.</summary>
    public static TensorHandle Zeros(ReadOnlySpan<long> sizes, DType dtype)
    {
        using var zero = Scalar(0, dtype);
        return Aten.Call("aten::expand"u8, default, zero, sizes.ToArray(), false);
    }

    /// <summary>A copy in another dtype.</summary>
    public static TensorHandle To(TensorHandle x, DType dtype) =>
        Aten.Call("aten::to"u8, "dtype"u8, x, dtype, false, false, Argument.None);

    /// <summary>The tensor itself, or the same numbers in a dtype that libtorch computes with.</summary>
    public static TensorHandle Widen(TensorHandle x) =>
        x.DType is var dtype && Computable(dtype) is var wide && wide != dtype ? To(x, wide) : x.NewReference();

    /// <summary>Takes over a tensor, and gives it in this dtype.</summary>
    public static TensorHandle Narrow(TensorHandle x, DType dtype)
    {
        if (x.DType == dtype)
        {
            return x;
        }

        using (x)
        {
            return To(x, dtype);
        }
    }

    /// <summary>An element-wise op of one tensor: the result has its dtype, or needs no widening.</summary>
    public static TensorHandle Call(ReadOnlySpan<byte> op, TensorHandle x)
    {
        var dtype = x.DType;
        if (Computable(dtype) == dtype)
        {
            return Aten.Call(op, default, x);
        }

        using var wide = Widen(x);
        return NarrowBack(Aten.Call(op, default, wide), dtype);
    }

    /// <summary>An element-wise op of two tensors of one dtype: the result has it, or needs no widening.</summary>
    public static TensorHandle Call(ReadOnlySpan<byte> op, ReadOnlySpan<byte> overload, TensorHandle x, TensorHandle y)
    {
        var dtype = x.DType;
        if (Computable(dtype) == dtype)
        {
            return Aten.Call(op, overload, x, y);
        }

        using var wideX = Widen(x);
        using var wideY = Widen(y);
        return NarrowBack(Aten.Call(op, overload, wideX, wideY), dtype);
    }

    /// <summary>The sum of two tensors of one dtype; of bools whether either is true.</summary>
    public static TensorHandle Add(TensorHandle x, TensorHandle y) => x.DType switch
    {
        DType.Bool => Aten.Call("aten::logical_or"u8, default, x, y),
        var dtype when dtype.IsInteger() => IntegerSum.Add(x, y),
        var dtype when dtype.IsFloat8() => AddWidened(x, y, 1),
        _ => Aten.Add(x, y, 1),
    };

    /// <summary>The difference of two tensors of one dtype, which is not bool.</summary>
    public static TensorHandle Subtract(TensorHandle x, TensorHandle y) => x.DType switch
    {
        var dtype when dtype.IsInteger() => IntegerSum.Subtract(x, y),
        var dtype when dtype.IsFloat8() => AddWidened(x, y, -1),
        _ => Aten.Add(x, y, -1),
    };

    /// <summary>A contiguous tensor with the same elements: the tensor itself where it is one.</summary>
    public static TensorHandle Contiguous(TensorHandle x) => x.Contiguous();

    private static TensorHandle AddWidened(TensorHandle x, TensorHandle y, double alpha)
    {
        using var wideX = Widen(x);
        using var wideY = Widen(y);
        return Narrow(Aten.Add(wideX, wideY, alpha), x.DType);
    }

    private static TensorHandle NarrowBack(TensorHandle result, DType dtype) =>
        result.DType == Computable(dtype) ? Narrow(result, dtype) : result;
}
