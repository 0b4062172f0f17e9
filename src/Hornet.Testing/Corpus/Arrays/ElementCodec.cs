using System.Numerics;

namespace Hornet.Testing;

/// <summary>How one element of a dtype stands in little-endian bytes.</summary>
internal abstract class ElementCodec(string name, int size, ElementKind kind)
{
    private static readonly Dictionary<string, ElementCodec> s_codecs = new ElementCodec[]
    {
        new IntegerCodec<byte>("bool", ElementKind.Bool),
        new IntegerCodec<byte>("uint8"),
        new IntegerCodec<ushort>("uint16"),
        new IntegerCodec<uint>("uint32"),
        new IntegerCodec<ulong>("uint64"),
        new IntegerCodec<sbyte>("int8"),
        new IntegerCodec<short>("int16"),
        new IntegerCodec<int>("int32"),
        new IntegerCodec<long>("int64"),
        FloatCodec.Float16,
        FloatCodec.BFloat16,
        FloatCodec.Float32,
        FloatCodec.Float64,
        Float8.E4M3FN,
        Float8.E5M2,
        new ComplexCodec("complex64", FloatCodec.Float32),
        new ComplexCodec("complex128", FloatCodec.Float64),
        new TextCodec(),
    }.ToDictionary(codec => codec.Name);

    /// <summary>Keras's name of the dtype.</summary>
    public string Name => name;

    /// <summary>The bytes of an element.</summary>
    public int Size => size;

    public ElementKind Kind => kind;

    /// <summary>The codec of a dtype by Keras's name, or null where Keras has no such dtype.</summary>
    public static ElementCodec? Find(string dtype) => s_codecs.GetValueOrDefault(dtype);

    public static ElementCodec Of(string dtype) => Find(dtype) ?? throw new ArgumentException(
        $"Expected a dtype of Keras: {string.Join(", ", s_codecs.Keys)}. Received: '{dtype}'.", nameof(dtype));

    public virtual double ReadDouble(ReadOnlySpan<byte> element) => throw Mismatch("real numbers");

    public virtual Complex ReadComplex(ReadOnlySpan<byte> element) => ReadDouble(element);

    /// <summary>An integer as 64 bits; of a <c>uint64</c> the bits as they are.</summary>
    public virtual long ReadInt64(ReadOnlySpan<byte> element) => throw Mismatch("integers");

    public virtual void WriteDouble(Span<byte> element, double value) => throw Mismatch("real numbers");

    /// <summary>Writes an integer where it is one of the dtype's.</summary>
    public virtual bool TryWriteInteger(Span<byte> element, Int128 value) => throw Mismatch("integers");

    private InvalidOperationException Mismatch(string wanted) =>
        new($"Expected an array of {wanted}. Received: one of dtype {name}.");
}
