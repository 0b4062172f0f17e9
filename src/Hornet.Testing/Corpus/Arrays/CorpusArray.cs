using System.Numerics;

namespace Hornet.Testing;

/// <summary>An array of a reference case: dtype, shape and the elements in row-major order.</summary>
public sealed record CorpusArray : CorpusValue, IActualArray
{
    private readonly ElementCodec _codec;
    private readonly IReadOnlyList<string> _texts;

    /// <summary>An array over little-endian bytes.</summary>
    public CorpusArray(string dtype, IReadOnlyList<int> shape, ReadOnlyMemory<byte> data)
        : this(ElementCodec.Of(dtype), shape, data, [])
    {
        if (data.Length != (long)Size * _codec.Size || _codec.Kind == ElementKind.Text)
        {
            throw new ArgumentException($"Expected {Size} elements of {dtype}. Received: {data.Length} bytes.");
        }
    }

    /// <summary>An array of strings.</summary>
    public CorpusArray(IReadOnlyList<int> shape, IReadOnlyList<string> texts)
        : this(ElementCodec.Of("string"), shape, ReadOnlyMemory<byte>.Empty, texts)
    {
        if (texts.Count != Size)
        {
            throw new ArgumentException($"Expected {Size} strings. Received: {texts.Count}.");
        }
    }

    private CorpusArray(
        ElementCodec codec, IReadOnlyList<int> shape, ReadOnlyMemory<byte> data, IReadOnlyList<string> texts)
    {
        _codec = codec;
        _texts = texts;
        Shape = shape;
        Data = data;
        Size = shape.Aggregate(1, (product, axis) => checked(product * axis));
    }

    /// <summary>Keras's name of the dtype.</summary>
    public string DType => _codec.Name;

    /// <summary>The sizes of the axes.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The number of elements.</summary>
    public int Size { get; }

    /// <summary>The elements as little-endian bytes in row-major order; empty for text.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>Whether Python held a NumPy array, whose 64 bits stay 64 bits until Keras converts it.</summary>
    public bool FromNumPy { get; init; }

    /// <summary>Whether Python held a Variable of Keras.</summary>
    public bool FromVariable { get; init; }

    /// <summary>The elements as doubles: of numbers and bools, not of complex numbers and text.</summary>
    public double[] ToDoubles() => Convert(_codec.ReadDouble);

    /// <summary>The elements as 64 bits: of integers and bools; of <c>uint64</c> the bits as they are.</summary>
    public long[] ToInt64s() => Convert(_codec.ReadInt64);

    /// <summary>The elements as complex numbers: of all but text.</summary>
    public Complex[] ToComplexes() => Convert(_codec.ReadComplex);

    /// <summary>The elements of an array of strings.</summary>
    public string[] ToStrings() => _codec.Kind == ElementKind.Text
        ? [.. _texts]
        : throw new InvalidOperationException($"Expected an array of strings. Received: one of dtype {DType}.");

    /// <summary>An array of doubles, each rounded to the dtype.</summary>
    public static CorpusArray FromDoubles(string dtype, IReadOnlyList<int> shape, params ReadOnlySpan<double> values)
    {
        var codec = ElementCodec.Of(dtype);
        var data = new byte[values.Length * codec.Size];
        for (var i = 0; i < values.Length; i++)
        {
            codec.WriteDouble(data.AsSpan(i * codec.Size), values[i]);
        }

        return new CorpusArray(dtype, shape, data);
    }

    /// <summary>Equal where dtype, shape, elements and origin are, bit for bit.</summary>
    public bool Equals(CorpusArray? other) =>
        other is not null
        && DType == other.DType && FromNumPy == other.FromNumPy && FromVariable == other.FromVariable
        && Shape.SequenceEqual(other.Shape)
        && Data.Span.SequenceEqual(other.Data.Span) && _texts.SequenceEqual(other._texts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DType, Shape.Count, Size);

    private delegate T ElementReader<T>(ReadOnlySpan<byte> element);

    private T[] Convert<T>(ElementReader<T> read)
    {
        var elements = new T[Size];
        var data = Data.Span;
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = read(data.Slice(i * _codec.Size, _codec.Size));
        }

        return elements;
    }
}
