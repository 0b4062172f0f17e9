using System.Numerics;
using Hornet.Native;

namespace Hornet;

/// <summary>A function of two integers of one type.</summary>
internal interface IIntegerFunction
{
    static abstract T Of<T>(T x, T y)
        where T : unmanaged, IBinaryInteger<T>;
}

/// <summary>Functions of integers where libtorch stops the process: it lets the processor divide by zero.</summary>
internal static class IntegerMap
{
    /// <summary>The function of each pair of two tensors that broadcast and are of one dtype of integers.</summary>
    public static TensorHandle Run<TFunction>(TensorHandle x, TensorHandle y)
        where TFunction : IIntegerFunction => x.DType switch
        {
            DType.Int8 => Run<sbyte, TFunction>(x, y),
            DType.Int16 => Run<short, TFunction>(x, y),
            DType.Int32 => Run<int, TFunction>(x, y),
            DType.Int64 => Run<long, TFunction>(x, y),
            DType.UInt8 => Run<byte, TFunction>(x, y),
            DType.UInt16 => Run<ushort, TFunction>(x, y),
            DType.UInt32 => Run<uint, TFunction>(x, y),
            DType.UInt64 => Run<ulong, TFunction>(x, y),
            var dtype => throw new ArgumentException($"Expected integers. Received: {dtype}."),
        };

    private static TensorHandle Run<T, TFunction>(TensorHandle x, TensorHandle y)
        where T : unmanaged, IBinaryInteger<T>
        where TFunction : IIntegerFunction
    {
        Span<long> sizes = stackalloc long[Math.Max(x.Sizes.Length, y.Sizes.Length)];
        Broadcasting.Sizes(x.Sizes, y.Sizes, sizes);
        using var left = Broadcasting.Operand(x, sizes);
        using var right = Broadcasting.Operand(y, sizes);
        var result = TensorHandle.Empty(x.DType, sizes);
        Fill<T, TFunction>(left.Elements<T>(), right.Elements<T>(), result.Elements<T>());
        return result;
    }

    private static void Fill<T, TFunction>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
        where T : unmanaged, IBinaryInteger<T>
        where TFunction : IIntegerFunction
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = TFunction.Of(x.Length == 1 ? x[0] : x[i], y.Length == 1 ? y[0] : y[i]);
        }
    }
}
