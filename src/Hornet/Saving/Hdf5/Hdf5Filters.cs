using System.IO.Compression;

namespace Hornet.Saving.Hdf5;

/// <summary>Undoes what was done to a chunk before it was written: shuffled, compressed, summed.</summary>
internal sealed class Hdf5Filters
{
    private const int Deflate = 1;
    private const int Shuffle = 2;
    private const int Checksum = 3;

    private readonly List<int> _ids = [];

    public static Hdf5Filters Read(Hdf5Cursor? body, string path)
    {
        var filters = new Hdf5Filters();
        if (body is null)
        {
            return filters;
        }

        var version = body.Byte();
        var count = body.Byte();
        body.Skip(version == 1 ? 6 : 0);
        for (var i = 0; i < count; i++)
        {
            var id = body.UInt16();
            var nameLength = version == 1 || id >= 256 ? body.UInt16() : 0;
            body.Skip(2);
            var values = body.UInt16();
            body.Skip(version == 1 ? (nameLength + 7) & ~7 : nameLength);
            body.Skip((4 * values) + (version == 1 && values % 2 == 1 ? 4 : 0));
            filters._ids.Add(id is Deflate or Shuffle or Checksum ? id : throw Hdf5Error.Unusual(
                $"'{path}' behind filter {id} (gzip, shuffle and fletcher32 are read)"));
        }

        return filters;
    }

    /// <summary>The elements of a chunk.</summary>
    /// <param name="raw">The bytes in the file.</param>
    /// <param name="mask">Which filters were left out.</param>
    /// <param name="size">How many bytes come out.</param>
    /// <param name="elementSize">The bytes of an element.</param>
    public byte[] Undo(byte[] raw, uint mask, int size, int elementSize)
    {
        var bytes = raw;
        for (var i = _ids.Count - 1; i >= 0; i--)
        {
            if ((mask & (1u << i)) == 0)
            {
                bytes = _ids[i] switch
                {
                    Deflate => Inflate(bytes, size + 4),
                    Shuffle => Unshuffle(bytes, elementSize),
                    _ => bytes[..Math.Max(bytes.Length - 4, 0)],
                };
            }
        }

        return bytes.Length >= size ? bytes : throw Hdf5Error.Broken($"a chunk of {size} bytes", $"{bytes.Length}");
    }

    private static byte[] Inflate(byte[] bytes, int most)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
            var result = new byte[most];
            var count = stream.ReadAtLeast(result, most, throwOnEndOfStream: false);
            return result[..count];
        }
        catch (InvalidDataException e)
        {
            throw Hdf5Error.Broken("a chunk that was compressed by gzip", e.Message);
        }
    }

    // First bytes of all elements, then the second ones, and so on.
    private static byte[] Unshuffle(byte[] bytes, int elementSize)
    {
        var count = bytes.Length / elementSize;
        var result = (byte[])bytes.Clone();
        for (var i = 0; i < count; i++)
        {
            for (var k = 0; k < elementSize; k++)
            {
                result[(i * elementSize) + k] = bytes[(k * count) + i];
            }
        }

        return result;
    }
}
