using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Hornet.Native;
using Numerics = System.Numerics.Tensors;

namespace Hornet;

/// <content>From .NET's numbers and arrays.</content>
[SuppressMessage("Usage", "CA2225", Justification = "Tensor.From and Ops.ConvertToTensor have the words.")]
public abstract partial class Tensor
{
    /// <summary>A weak scalar: it takes the dtype of the tensor beside it, int32 alone.</summary>
    public static implicit operator Tensor(int value) => Constants.Weak(Literal.Of(value));

    /// <summary>A weak scalar: it takes the dtype of the tensor beside it, int32 alone where it fits.</summary>
    public static implicit operator Tensor(long value) => Constants.Weak(Literal.Of(value));

    /// <summary>A weak scalar: it takes the dtype of the floating-point tensor beside it, floatx alone.</summary>
    public static implicit operator Tensor(float value) => Constants.Weak(Literal.Of((double)value));

    /// <summary>A weak scalar: it takes the dtype of the floating-point tensor beside it, floatx alone.</summary>
    public static implicit operator Tensor(double value) => Constants.Weak(Literal.Of(value));

    /// <summary>A bool.</summary>
    public static implicit operator Tensor(bool value) => Constants.Weak(Literal.Of(value));

    /// <summary>A complex number: complex64.</summary>
    public static implicit operator Tensor(Complex value) => Constants.Weak(Literal.Of(value));

    /// <summary>A tensor with a copy of an array's elements: of any rank, of numbers, bools or strings.</summary>
    /// <exception cref="ArgumentException">The elements are of a type that no dtype holds.</exception>
    public static implicit operator Tensor(Array array) => From(array);

    /// <summary>A tensor with a copy of an array's elements: of any rank, of numbers, bools or strings.</summary>
    /// <param name="array">A <c>float[]</c>, a <c>long[,]</c>, ...: not an array of arrays.</param>
    /// <exception cref="ArgumentException">The elements are of a type that no dtype holds.</exception>
    /// <example><code>
    /// var matrix = Tensor.From(new float[,] { { 1, 2 }, { 3, 4 } });
    /// Console.WriteLine(matrix.Shape); // (2, 2)
    /// </code></example>
    public static EagerTensor From(Array array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return array switch
        {
            float[] or float[,] or float[,,] or float[,,,] => Copy<float>(array),
            string[] text => new EagerTensor(ArrayShape.Of(array), (string[])text.Clone()),
            _ => FromOther(array),
        };
    }

    /// <summary>A tensor with a copy of the elements, in row-major order.</summary>
    /// <exception cref="ShapeException">The shape has another number of elements.</exception>
    /// <example><code>var matrix = Tensor.From([2, 2], [1f, 2, 3, 4]);</code></example>
    public static EagerTensor From<T>(Shape shape, ReadOnlySpan<T> elements)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(shape);
        return shape.Size == elements.Length
            ? new EagerTensor(TensorHandle.From(elements, shape.Sizes, DTypes.Of<T>()))
            : throw new ShapeException("Tensor.From", $"{shape.Size} elements for shape {shape}", $"{elements.Length}");
    }

    /// <inheritdoc cref="From{T}(Shape, ReadOnlySpan{T})"/>
    public static EagerTensor From<T>(Shape shape, T[] elements)
        where T : unmanaged => From(shape, (ReadOnlySpan<T>)elements);

    /// <summary>A tensor of strings.</summary>
    /// <exception cref="ShapeException">The shape has another number of elements.</exception>
    public static EagerTensor From(Shape shape, string[] elements)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(elements);
        return shape.Size == elements.Length
            ? new EagerTensor(shape, (string[])elements.Clone())
            : throw new ShapeException("Tensor.From", $"{shape.Size} elements for shape {shape}", $"{elements.Length}");
    }

    /// <summary>A tensor with a copy of the elements of a System.Numerics tensor.</summary>
    public static EagerTensor From<T>(in Numerics.ReadOnlyTensorSpan<T> elements)
        where T : unmanaged
    {
        var axes = new int?[elements.Rank];
        for (var i = 0; i < axes.Length; i++)
        {
            axes[i] = checked((int)elements.Lengths[i]);
        }

        var flat = new T[elements.FlattenedLength];
        elements.FlattenTo(flat);
        return From(Shape.Create(axes), flat);
    }

    /// <summary>A System.Numerics tensor with a copy of the elements.</summary>
    public Numerics.Tensor<T> ToNumericsTensor<T>() =>
        Numerics.Tensor.Create(ToArray<T>(), [.. Shape.Select(axis => (nint)axis!.Value)]);

    private static EagerTensor FromOther(Array array)
    {
        var element = array.GetType().GetElementType()!;
        return DTypes.Of(element) switch
        {
            DType.Float32 => Copy<float>(array),
            DType.Float64 => Copy<double>(array),
            DType.Int32 => Copy<int>(array),
            DType.Int64 => Copy<long>(array),
            DType.Bool => Copy<bool>(array),
            DType.UInt8 => Copy<byte>(array),
            DType.Float16 => Copy<Half>(array),
            DType.Int8 => Copy<sbyte>(array),
            DType.Int16 => Copy<short>(array),
            DType.UInt16 => Copy<ushort>(array),
            DType.UInt32 => Copy<uint>(array),
            DType.UInt64 => Copy<ulong>(array),
            DType.Complex128 => Copy<Complex>(array),
            DType.String => new EagerTensor(ArrayShape.Of(array), ArrayShape.Elements<string>(array).ToArray()),
            _ => throw NotNumbers(element),
        };
    }

    private static ArgumentException NotNumbers(Type element) => new(
        "Expected an array of float, double, Half, int, long, short, sbyte, byte, ushort, uint, ulong, bool, Complex " +
        $"or string. Received: an array of {element.Name}. " + (element.IsArray
            ? "Make it rectangular: float[,] instead of float[][]."
            : "Convert its elements first."));

    private static EagerTensor Copy<T>(Array array)
        where T : unmanaged => From<T>(ArrayShape.Of(array), ArrayShape.Elements<T>(array));
}
