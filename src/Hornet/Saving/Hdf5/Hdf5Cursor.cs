using System.Buffers.Binary;
using System.Text;

namespace Hornet.Saving.Hdf5;

/// <summary>Reads numbers and texts one after the other.</summary>
internal sealed class Hdf5Cursor(ReadOnlyMemory<byte> bytes)
{
    /// <summary>The address of what does not exist.</summary>
    public const ulong Undefined = ulong.MaxValue;

    public int Position { get; set; }

    public int Length => bytes.Length;

    public int Remaining => bytes.Length - Position;

    public byte Byte() => Bytes(1)[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    /// <summary>A number of 1, 2, 4 or 8 bytes.</summary>
    public ulong Number(int size) => size switch
    {
        1 => Byte(),
        2 => (ulong)UInt16(),
        4 => UInt32(),
        8 => UInt64(),
        _ => throw Hdf5Error.Unusual($"numbers of {size} bytes"),
    };

    public ReadOnlySpan<byte> Bytes(int count) => Part(count).Span;

    /// <summary>The next bytes.</summary>
    public ReadOnlyMemory<byte> Part(int count)
    {
        if (count < 0 || count > Remaining)
        {
            throw Hdf5Error.Broken($"{count} more bytes of a part of {Length}", $"{Math.Max(Remaining, 0)} bytes");
        }

        Position += count;
        return bytes.Slice(Position - count, count);
    }

    /// <summary>A cursor of its own over the next bytes.</summary>
    public Hdf5Cursor Inner(int count) => new(Part(count));

    public void Skip(int count) => Bytes(count);

    /// <summary>Goes to the next multiple of 8, as old versions pad.</summary>
    public void Align(int start)
    {
        var padding = -(Position - start) & 7;
        Skip(Math.Min(padding, Remaining));
    }

    /// <summary>The four letters with which a part begins.</summary>
    public void Expect(ReadOnlySpan<byte> signature)
    {
        var found = Bytes(signature.Length);
        if (!found.SequenceEqual(signature))
        {
            throw Hdf5Error.Broken(
                $"the mark {Encoding.ASCII.GetString(signature)}", Convert.ToHexString(found));
        }
    }

    /// <summary>A text of a number of bytes, up to its first zero.</summary>
    public string Text(int count) => ToText(Bytes(count));

    /// <summary>A text that ends with a zero.</summary>
    public string TextAt(ulong offset)
    {
        if (offset >= (ulong)Length)
        {
            throw Hdf5Error.Broken($"a name within a heap of {Length} bytes", $"one at {offset}");
        }

        Position = (int)offset;
        return Text(Remaining);
    }

    public static string ToText(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }
}
