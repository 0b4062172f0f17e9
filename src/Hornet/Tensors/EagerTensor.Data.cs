using System.Numerics;
using Hornet.Native;

namespace Hornet;

/// <content>From native memory to .NET's.</content>
public sealed partial class EagerTensor
{
    /// <inheritdoc/>
    public override T[] ToArray<T>() =>
        typeof(T) == typeof(float) ? As<T, float>()
        : typeof(T) == typeof(double) ? As<T, double>()
        : typeof(T) == typeof(int) ? As<T, int>()
        : typeof(T) == typeof(long) ? As<T, long>()
        : typeof(T) == typeof(bool) ? As<T, bool>()
        : typeof(T) == typeof(byte) ? As<T, byte>()
        : typeof(T) == typeof(Half) ? As<T, Half>()
        : typeof(T) == typeof(sbyte) ? As<T, sbyte>()
        : typeof(T) == typeof(short) ? As<T, short>()
        : typeof(T) == typeof(ushort) ? As<T, ushort>()
        : typeof(T) == typeof(uint) ? As<T, uint>()
        : typeof(T) == typeof(ulong) ? As<T, ulong>()
        : typeof(T) == typeof(Complex) ? As<T, Complex>()
        : typeof(T) == typeof(string) ? (T[])Text.Clone()
        : throw Mismatch<T>();

    /// <inheritdoc/>
    public override Array ToArray() => DType switch
    {
        DType.Float32 or DType.Float16 or DType.BFloat16 or DType.Float8E4M3FN or DType.Float8E5M2 => Shaped<float>(),
        DType.Float64 => Shaped<double>(),
        DType.Int32 => Shaped<int>(),
        DType.Int64 => Shaped<long>(),
        DType.Bool => Shaped<bool>(),
        DType.UInt8 => Shaped<byte>(),
        DType.Int8 => Shaped<sbyte>(),
        DType.Int16 => Shaped<short>(),
        DType.UInt16 => Shaped<ushort>(),
        DType.UInt32 => Shaped<uint>(),
        DType.UInt64 => Shaped<ulong>(),
        DType.Complex64 or DType.Complex128 => Shaped<Complex>(),
        _ => ArrayShape.Of(Text, Shape),
    };

    /// <summary>Copies the elements, in row-major order, to memory of their type that has room for all.</summary>
    /// <exception cref="ArgumentException">The elements are of another type, or too many.</exception>
    public void CopyTo<T>(Span<T> destination)
        where T : unmanaged
    {
        if (destination.Length < Shape.Size)
        {
            throw new ArgumentException(
                $"Expected room for the {Shape.Size} elements of {Spec}. Received: {destination.Length}.",
                nameof(destination));
        }

        if (DTypes.Of<T>() == DType)
        {
            Handle.CopyTo(destination[..(int)Shape.Size]);
        }
        else if (IsExactAs<T>())
        {
            using var wide = Aten.Call("aten::to"u8, "dtype"u8, Handle, DTypes.Of<T>(), false, true, Argument.None);
            wide.CopyTo(destination[..(int)Shape.Size]);
        }
        else
        {
            throw Mismatch<T>();
        }

        GC.KeepAlive(this);
    }

    // What .NET has no type for is read as the next wider one: bfloat16 as float, complex64 as Complex.
    private bool IsExactAs<T>() =>
        (DType.IsHalf() || DType.IsFloat8()) ? typeof(T) == typeof(float) || typeof(T) == typeof(double)
        : DType == DType.Complex64 && typeof(T) == typeof(Complex);

    private T[] As<T, TElement>()
        where TElement : unmanaged
    {
        var elements = new TElement[Shape.Size];
        CopyTo(elements.AsSpan());
        return (T[])(object)elements;
    }

    private Array Shaped<T>()
        where T : unmanaged => ArrayShape.Of(As<T, T>(), Shape);

    private ArgumentException Mismatch<T>() => new(
        $"Expected to read the elements of {Spec} as their own type. Received: {typeof(T).Name}. " +
        "Read them as that type, or convert the tensor first with Ops.Cast.");
}
