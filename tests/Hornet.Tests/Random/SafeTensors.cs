using System.Buffers.Binary;
using System.Text.Json;

namespace Hornet.Tests;

/// <summary>Reads arrays of a file of tensors.</summary>
internal static class SafeTensors
{
    internal static double[] Read(byte[] file, string name)
    {
        var length = (int)BinaryPrimitives.ReadInt64LittleEndian(file);
        using var header = JsonDocument.Parse(file.AsMemory(8, length));
        var entry = header.RootElement.GetProperty(name);
        var offsets = entry.GetProperty("data_offsets");
        var data = file.AsSpan((8 + length + offsets[0].GetInt32())..(8 + length + offsets[1].GetInt32()));
        var dtype = entry.GetProperty("dtype").GetString()!;
        var values = new double[data.Length / Size(dtype)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Number(data[(i * Size(dtype))..], dtype);
        }

        return values;
    }

    private static int Size(string dtype) => dtype switch
    {
        "BOOL" or "U8" => 1,
        "F16" or "BF16" or "U16" => 2,
        "U64" => 8,
        _ => 4,
    };

    private static double Number(ReadOnlySpan<byte> bytes, string dtype) => dtype switch
    {
        "BOOL" or "U8" => bytes[0],
        "F16" => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        "BF16" => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadInt16LittleEndian(bytes) << 16),
        "F32" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        "I32" => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        "U16" => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        "U32" => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => throw new InvalidDataException($"No test reads {dtype} from a file of tensors."),
    };
}
