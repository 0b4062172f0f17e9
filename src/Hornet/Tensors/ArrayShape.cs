using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hornet;

/// <summary>Between .NET's arrays of any rank and flat elements with a shape.</summary>
internal static class ArrayShape
{
    private const int MostRank = 8;

    /// <summary>The sizes of an array's axes.</summary>
    public static Shape Of(Array array)
    {
        var axes = new int?[array.Rank];
        for (var i = 0; i < axes.Length; i++)
        {
            axes[i] = array.GetLength(i);
        }

        return Shape.Create(axes);
    }

    /// <summary>An array of the shape's rank with a copy of the elements; of a scalar an array of one.</summary>
    public static Array Of<T>(T[] elements, Shape shape)
    {
        if (shape.Rank <= 1)
        {
            return elements;
        }

        var array = Array.CreateInstanceFromArrayType(ArrayType<T>(shape.Rank), [.. shape.Select(axis => axis!.Value)]);
        elements.CopyTo(Elements<T>(array));
        return array;
    }

    /// <summary>The elements of an array of any rank, in row-major order, in place.</summary>
    public static Span<T> Elements<T>(Array array) => MemoryMarshal.CreateSpan(
        ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)), array.Length);

    // Written out, since NativeAOT makes no array types at run time.
    private static Type ArrayType<T>(int rank) => rank switch
    {
        2 => typeof(T[,]),
        3 => typeof(T[,,]),
        4 => typeof(T[,,,]),
        5 => typeof(T[,,,,]),
        6 => typeof(T[,,,,,]),
        7 => typeof(T[,,,,,,]),
        8 => typeof(T[,,,,,,,]),
        _ => throw new NotSupportedException(
            $"Expected a tensor of at most {MostRank} axes. Received: {rank}. Read its elements with ToArray<T>()."),
    };
}
