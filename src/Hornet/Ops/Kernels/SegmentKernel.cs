using System.Numerics;
using System.Numerics.Tensors;
using Hornet.Native;

namespace Hornet;

/// <summary>What becomes of the rows of a segment.</summary>
internal enum SegmentFunction
{
    Sum,
    Product,
    Max,
    Min,
}

/// <summary>Rows into segments and back. Rows outside the segments are dropped.</summary>
internal static class SegmentKernel
{
    public static TensorHandle Reduce(TensorHandle data, TensorHandle ids, int? count, SegmentFunction function)
    {
        using var segments = LongIds(ids);
        var segmentIds = segments.Elements<long>();
        var number = count ?? (segmentIds.IsEmpty ? 0 : Math.Max(TensorPrimitives.Max<long>(segmentIds) + 1, 0));
        var wide = WideType(data.DType, function);
        using var operand = wide == data.DType ? data.Contiguous() : Kernels.To(data, wide);
        return Kernels.Narrow(Dispatch(operand, segmentIds, number, function), data.DType);
    }

    public static TensorHandle Spread(TensorHandle values, TensorHandle ids)
    {
        using var segments = LongIds(ids);
        using var operand = values.Contiguous();
        return DTypeCodes.SizeOf(values.DType) switch
        {
            1 => Spread<byte>(operand, segments),
            2 => Spread<ushort>(operand, segments),
            4 => Spread<uint>(operand, segments),
            8 => Spread<ulong>(operand, segments),
            _ => Spread<UInt128>(operand, segments),
        };
    }

    private static TensorHandle Dispatch(
        TensorHandle data, ReadOnlySpan<long> ids, long count, SegmentFunction function) => data.DType switch
        {
            DType.Float32 => OfFloats<float>(data, ids, count, function),
            DType.Float64 => OfFloats<double>(data, ids, count, function),
            DType.Int8 => OfIntegers<sbyte>(data, ids, count, function),
            DType.Int16 => OfIntegers<short>(data, ids, count, function),
            DType.Int32 => OfIntegers<int>(data, ids, count, function),
            DType.Int64 => OfIntegers<long>(data, ids, count, function),
            DType.UInt8 => OfIntegers<byte>(data, ids, count, function),
            DType.UInt16 => OfIntegers<ushort>(data, ids, count, function),
            DType.UInt32 => OfIntegers<uint>(data, ids, count, function),
            DType.UInt64 => OfIntegers<ulong>(data, ids, count, function),
            _ => Accumulate<Complex>(data, ids, count, function),
        };

    private static TensorHandle OfFloats<T>(
        TensorHandle data, ReadOnlySpan<long> ids, long count, SegmentFunction function)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Reduce(data, ids, count, function, T.NegativeInfinity, T.PositiveInfinity);

    private static TensorHandle OfIntegers<T>(
        TensorHandle data, ReadOnlySpan<long> ids, long count, SegmentFunction function)
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        Reduce(data, ids, count, function, T.MinValue, T.MaxValue);

    private static TensorHandle Reduce<T>(
        TensorHandle data, ReadOnlySpan<long> ids, long count, SegmentFunction function, T least, T most)
        where T : unmanaged, INumber<T> => function switch
        {
            SegmentFunction.Max => Combine<T, MaxOfRows<T>>(data, ids, count, least),
            SegmentFunction.Min => Combine<T, MinOfRows<T>>(data, ids, count, most),
            _ => Accumulate<T>(data, ids, count, function),
        };

    private static TensorHandle Accumulate<T>(
        TensorHandle data, ReadOnlySpan<long> ids, long count, SegmentFunction function)
        where T : unmanaged, INumberBase<T> => function == SegmentFunction.Sum
            ? Combine<T, SumOfRows<T>>(data, ids, count, T.Zero)
            : Combine<T, ProductOfRows<T>>(data, ids, count, T.One);

    private static TensorHandle Combine<T, TFunction>(
        TensorHandle data, ReadOnlySpan<long> ids, long count, T neutral)
        where T : unmanaged
        where TFunction : IRowFunction<T>
    {
        var result = Filled(data, count, neutral);
        var rows = data.Elements<T>();
        var segments = result.Elements<T>();
        var size = ids.IsEmpty ? 0 : rows.Length / ids.Length;
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] >= 0 && ids[i] < count)
            {
                TFunction.Into(segments.Slice((int)ids[i] * size, size), rows.Slice(i * size, size));
            }
        }

        return result;
    }

    private static TensorHandle Filled<T>(TensorHandle data, long count, T value)
        where T : unmanaged
    {
        long[] sizes = [count, .. data.Sizes[1..]];
        var result = TensorHandle.Empty(data.DType, sizes);
        result.Elements<T>().Fill(value);
        return result;
    }

    private static TensorHandle Spread<T>(TensorHandle values, TensorHandle ids)
        where T : unmanaged
    {
        var segmentIds = ids.Elements<long>();
        long[] sizes = [segmentIds.Length, .. values.Sizes[1..]];
        var result = TensorHandle.Empty(values.DType, sizes);
        var segments = values.Elements<T>();
        var rows = result.Elements<T>();
        var size = segmentIds.IsEmpty ? 0 : rows.Length / segmentIds.Length;
        for (var i = 0; i < segmentIds.Length; i++)
        {
            var id = segmentIds[i];
            var row = rows.Slice(i * size, size);
            if (id >= 0 && id < values.Sizes[0])
            {
                segments.Slice((int)id * size, size).CopyTo(row);
            }
            else
            {
                row.Clear();
            }
        }

        return result;
    }

    private static TensorHandle LongIds(TensorHandle ids)
    {
        using var wide = Kernels.To(ids, DType.Int64);
        return wide.Contiguous();
    }

    // Half precision adds up in float32.
    private static DType WideType(DType dtype, SegmentFunction function) =>
        dtype.IsHalf() || dtype.IsFloat8() ? DType.Float32
        : dtype == DType.Complex64 ? DType.Complex128
        : dtype == DType.Bool ? function is SegmentFunction.Sum or SegmentFunction.Product ? DType.Int32 : DType.UInt8
        : dtype;

    private interface IRowFunction<T>
    {
        static abstract void Into(Span<T> segment, ReadOnlySpan<T> row);
    }

    private readonly struct SumOfRows<T> : IRowFunction<T>
        where T : INumberBase<T>
    {
        static void IRowFunction<T>.Into(Span<T> segment, ReadOnlySpan<T> row) =>
            TensorPrimitives.Add(segment, row, segment);
    }

    private readonly struct ProductOfRows<T> : IRowFunction<T>
        where T : INumberBase<T>
    {
        static void IRowFunction<T>.Into(Span<T> segment, ReadOnlySpan<T> row) =>
            TensorPrimitives.Multiply(segment, row, segment);
    }

    private readonly struct MaxOfRows<T> : IRowFunction<T>
        where T : INumber<T>
    {
        static void IRowFunction<T>.Into(Span<T> segment, ReadOnlySpan<T> row) =>
            TensorPrimitives.Max(segment, row, segment);
    }

    private readonly struct MinOfRows<T> : IRowFunction<T>
        where T : INumber<T>
    {
        static void IRowFunction<T>.Into(Span<T> segment, ReadOnlySpan<T> row) =>
            TensorPrimitives.Min(segment, row, segment);
    }
}
