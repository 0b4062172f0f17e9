using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Benchmarks;

/// <summary>Writes messages in the wire format of protocol buffers: as much as a model in ONNX takes.</summary>
internal sealed class Protobuf
{
    private const int Varint = 0;
    private const int Delimited = 2;
    private const int Fixed32 = 5;
    private readonly ArrayBufferWriter<byte> _bytes = new();

    public Protobuf Add(int field, long value)
    {
        WriteVarint(((ulong)field << 3) | Varint);
        WriteVarint((ulong)value);
        return this;
    }

    public Protobuf Add(int field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

    public Protobuf Add(int field, Protobuf message) => Add(field, message.ToArray());

    public Protobuf Add(int field, float[] values) =>
        Add(field, MemoryMarshal.AsBytes<float>(values)); // which are little-endian on every machine of .NET

    public Protobuf Add(int field, ReadOnlySpan<byte> bytes)
    {
        WriteVarint(((ulong)field << 3) | Delimited);
        WriteVarint((ulong)bytes.Length);
        _bytes.Write(bytes);
        return this;
    }

    public Protobuf Add(int field, float value)
    {
        WriteVarint(((ulong)field << 3) | Fixed32);
        _bytes.Write(BitConverter.GetBytes(value));
        return this;
    }

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private void WriteVarint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.Write([(byte)(value | 0x80)]);
        }

        _bytes.Write([(byte)value]);
    }
}
