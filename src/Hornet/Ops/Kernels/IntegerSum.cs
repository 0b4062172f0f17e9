using System.Numerics;
using System.Numerics.Tensors;
using Hornet.Native;

namespace Hornet;

/// <summary>Sums and differences of integers, which libtorch's C ABI refuses: its factor alpha is a double.</summary>
/// <remarks>Two's complement: signed and unsigned integers of one width share a kernel, and wrap.</remarks>
internal static class IntegerSum
{
    public static TensorHandle Add(TensorHandle x, TensorHandle y) => Run(x, y, subtract: false);

    public static TensorHandle Subtract(TensorHandle x, TensorHandle y) => Run(x, y, subtract: true);

    private static TensorHandle Run(TensorHandle x, TensorHandle y, bool subtract) => DTypeCodes.SizeOf(x.DType) switch
    {
        1 => Run<byte>(x, y, subtract),
        2 => Run<ushort>(x, y, subtract),
        4 => Run<uint>(x, y, subtract),
        _ => Run<ulong>(x, y, subtract),
    };

    private static TensorHandle Run<T>(TensorHandle x, TensorHandle y, bool subtract)
        where T : unmanaged, IBinaryInteger<T>
    {
        Span<long> sizes = stackalloc long[Math.Max(x.Sizes.Length, y.Sizes.Length)];
        Broadcasting.Sizes(x.Sizes, y.Sizes, sizes);
        using var left = Broadcasting.Operand(x, sizes);
        using var right = Broadcasting.Operand(y, sizes);
        var result = TensorHandle.Empty(x.DType, sizes);
        Fill<T>(left.Elements<T>(), right.Elements<T>(), result.Elements<T>(), subtract);
        return result;
    }

    private static void Fill<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result, bool subtract)
        where T : unmanaged, IBinaryInteger<T>
    {
        if (result.IsEmpty)
        {
            return;
        }

        if (y.Length == 1)
        {
            TensorPrimitives.Add(x, subtract ? T.Zero - y[0] : y[0], result);
        }
        else if (x.Length == 1 && subtract)
        {
            TensorPrimitives.Subtract(x[0], y, result);
        }
        else if (x.Length == 1)
        {
            TensorPrimitives.Add(y, x[0], result);
        }
        else if (subtract)
        {
            TensorPrimitives.Subtract(x, y, result);
        }
        else
        {
            TensorPrimitives.Add(x, y, result);
        }
    }
}
