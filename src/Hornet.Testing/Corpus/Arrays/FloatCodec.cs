using System.Buffers.Binary;

namespace Hornet.Testing;

/// <summary>Real numbers of the widths that .NET knows, and bfloat16.</summary>
internal sealed class FloatCodec(string name, int size, FloatCodec.Reader read, FloatCodec.Writer write)
    : ElementCodec(name, size, ElementKind.Float)
{
    public delegate double Reader(ReadOnlySpan<byte> element);

    public delegate void Writer(Span<byte> element, double value);

    public static FloatCodec Float16 { get; } = new(
        "float16", 2,
        element => (double)BinaryPrimitives.ReadHalfLittleEndian(element),
        (element, value) => BinaryPrimitives.WriteHalfLittleEndian(element, (Half)value));

    public static FloatCodec BFloat16 { get; } = new("bfloat16", 2, ReadBFloat16, WriteBFloat16);

    public static FloatCodec Float32 { get; } = new(
        "float32", 4,
        element => BinaryPrimitives.ReadSingleLittleEndian(element),
        (element, value) => BinaryPrimitives.WriteSingleLittleEndian(element, (float)value));

    public static FloatCodec Float64 { get; } = new(
        "float64", 8, BinaryPrimitives.ReadDoubleLittleEndian, BinaryPrimitives.WriteDoubleLittleEndian);

    public override double ReadDouble(ReadOnlySpan<byte> element) => read(element);

    public override void WriteDouble(Span<byte> element, double value) => write(element, value);

    // A bfloat16 is the upper half of a float32.
    private static double ReadBFloat16(ReadOnlySpan<byte> element) =>
        BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(element) << 16);

    private static void WriteBFloat16(Span<byte> element, double value)
    {
        var bits = BitConverter.SingleToUInt32Bits((float)value);

        // Rounds to nearest, ties to even; a NaN would round into an infinity and stays as it is.
        var rounded = double.IsNaN(value) ? bits : bits + 0x7FFF + ((bits >> 16) & 1);
        BinaryPrimitives.WriteUInt16LittleEndian(element, (ushort)(rounded >> 16));
    }
}
