using System.Text;

namespace Hornet.Saving.Hdf5;

/// <summary>Writes what describes groups and data sets, byte by byte as h5py does.</summary>
internal static class Hdf5Messages
{
    // Texts of any length in UTF-8: sixteen bytes that lead to a list of bytes.
    private static readonly byte[] s_text =
        [0x19, 1, 1, 0, 16, 0, 0, 0, 0x10, 0, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0];

    // FALSE and TRUE, as signed bytes.
    private static readonly byte[] s_bool =
    [
        0x18, 2, 0, 0, 1, 0, 0, 0, 0x10, 8, 0, 0, 1, 0, 0, 0, 0, 0, 8, 0,
        .. "FALSE\0\0\0"u8, .. "TRUE\0\0\0\0"u8, 0, 1,
    ];

    /// <summary>That elements which nobody wrote are zero.</summary>
    public static byte[] NoFillValue => [2, 2, 2, 1, 0, 0, 0, 0];

    /// <summary>Bytes that a writer writes.</summary>
    public static byte[] Build(Action<BinaryWriter> write) => Build(0, write);

    /// <summary>Bytes that a writer writes, and zeros up to a size.</summary>
    public static byte[] Build(int size, Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        stream.SetLength(Math.Max(size, stream.Length));
        return stream.ToArray();
    }

    /// <summary>Two addresses.</summary>
    public static byte[] Of(long one, long other) => Build(body =>
    {
        body.Write(one);
        body.Write(other);
    });

    /// <summary>The axes, which cannot grow; none of a single element.</summary>
    public static byte[] Space(long[] axes) => Build(body =>
    {
        body.Write([1, (byte)axes.Length, (byte)(axes.Length == 0 ? 0 : 1), 0, 0, 0, 0, 0]);
        foreach (var axis in axes.Concat(axes))
        {
            body.Write(axis);
        }
    });

    /// <summary>What an element is.</summary>
    public static byte[] Type(DType dtype) => dtype switch
    {
        DType.Float16 => Float(2, sign: 15, exponent: 5, mantissa: 10, bias: 15),
        DType.Float32 => Float(4, sign: 31, exponent: 8, mantissa: 23, bias: 127),
        DType.Float64 => Float(8, sign: 63, exponent: 11, mantissa: 52, bias: 1023),
        DType.Int8 => Integer(1, isSigned: true),
        DType.Int16 => Integer(2, isSigned: true),
        DType.Int32 => Integer(4, isSigned: true),
        DType.Int64 => Integer(8, isSigned: true),
        DType.UInt8 => Integer(1, isSigned: false),
        DType.UInt16 => Integer(2, isSigned: false),
        DType.UInt32 => Integer(4, isSigned: false),
        DType.UInt64 => Integer(8, isSigned: false),
        DType.Bool => s_bool,
        DType.BFloat16 => [0x15, 0, 0, 0, 2, 0, 0, 0], // bytes without a meaning
        _ => throw new KerasFileException(
            $"Expected weights of numbers that HDF5 has. Received: {dtype.KerasName()}. Cast them first."),
    };

    /// <summary>That all elements lie one after the other.</summary>
    public static byte[] Contiguous(ulong address, ulong size) => Build(body =>
    {
        body.Write([3, 1]);
        body.Write(address);
        body.Write(size);
    });

    /// <summary>An attribute: a text, or a list of texts.</summary>
    public static byte[] Attribute(string name, string[] texts, bool isList, Hdf5TextHeap heap)
    {
        // What h5py makes of an empty list.
        var type = texts.Length == 0 ? Type(DType.Float64) : s_text;
        var space = Space(isList ? [texts.Length] : []);
        var bytes = Encoding.UTF8.GetBytes(name + '\0');
        return Build(body =>
        {
            body.Write((ushort)1); // the version
            body.Write((ushort)bytes.Length);
            body.Write((ushort)type.Length);
            body.Write((ushort)space.Length);
            foreach (var part in (byte[][])[bytes, type, space])
            {
                body.Write(part);
                body.Write(new byte[Hdf5Blocks.Padded(part.Length) - part.Length]);
            }

            foreach (var text in texts)
            {
                heap.Add(text, body);
            }
        });
    }

    private static byte[] Integer(byte size, bool isSigned) =>
        [0x10, (byte)(isSigned ? 8 : 0), 0, 0, size, 0, 0, 0, 0, 0, (byte)(8 * size), 0];

    private static byte[] Float(byte size, byte sign, byte exponent, byte mantissa, int bias) => Build(body =>
    {
        body.Write([0x11, 0x20, sign, 0, size, 0, 0, 0, 0, 0, (byte)(8 * size), 0]);
        body.Write([mantissa, exponent, 0, mantissa]);
        body.Write(bias);
    });
}
