using System.Runtime.CompilerServices;
using Hornet.Native;

namespace Hornet.Tests;

/// <summary>Tensors in a few words, for the tests of the native layer.</summary>
internal static class Handles
{
    /// <summary>A float32 tensor.</summary>
    public static TensorHandle Floats(ReadOnlySpan<float> elements, params ReadOnlySpan<long> sizes) =>
        TensorHandle.From(elements, sizes, DType.Float32);

    /// <summary>A float32 tensor with the elements 1, 2, 3, ...</summary>
    public static TensorHandle Counting(params ReadOnlySpan<long> sizes)
    {
        var tensor = TensorHandle.Empty(DType.Float32, sizes);
        Count(tensor);
        return tensor;
    }

    /// <summary>Makes the elements of a float32 tensor 1, 2, 3, ...</summary>
    public static void Count(TensorHandle tensor)
    {
        var elements = tensor.Elements<float>();
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = i + 1;
        }
    }

    /// <summary>An int64 tensor of one axis.</summary>
    public static TensorHandle Longs(params ReadOnlySpan<long> elements) =>
        TensorHandle.From(elements, [elements.Length], DType.Int64);

    /// <summary>The elements in row-major order.</summary>
    public static T[] ToArray<T>(this TensorHandle tensor)
        where T : unmanaged
    {
        var elements = new T[tensor.Bytes / Unsafe.SizeOf<T>()];
        tensor.CopyTo(elements.AsSpan());
        return elements;
    }

    /// <summary>Asserts the sizes and float32 elements of a result, and frees it.</summary>
    public static void AssertIs(TensorHandle result, long[] sizes, params float[] elements)
    {
        Assert.Equal(sizes, result.Sizes.ToArray());
        Assert.Equal(elements, result.ToArray<float>());
        result.Dispose();
    }
}
