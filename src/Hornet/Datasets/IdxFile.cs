using System.Buffers.Binary;
using System.IO.Compression;

namespace Hornet.Datasets;

/// <summary>
/// Reads the IDX files of MNIST and its kin: an array of bytes with its shape, packed by gzip or not.
/// </summary>
/// <remarks>Format: two zero bytes, the type (8: unsigned bytes), the rank, the sizes as big-endian int32, the
/// elements.</remarks>
public static class IdxFile
{
    private const byte UnsignedByte = 8;
    private const int MostElements = 1 << 30; // what a file may ask for before any memory is taken

    /// <summary>The array in a file.</summary>
    /// <param name="path">The file; one that ends in <c>.gz</c> is unpacked.</param>
    /// <returns>A uint8 tensor.</returns>
    /// <exception cref="InvalidDataException">The file is no IDX file of bytes, or is cut short.</exception>
    public static EagerTensor Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = File.OpenRead(path);
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return Read(file, path);
        }

        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        return Read(unpacked, path);
    }

    private static EagerTensor Read(Stream stream, string path)
    {
        try
        {
            Span<byte> head = stackalloc byte[4];
            stream.ReadExactly(head);
            if (head[0] != 0 || head[1] != 0 || head[2] != UnsignedByte)
            {
                throw new InvalidDataException(
                    $"Expected an IDX file of unsigned bytes. Received: '{path}', which begins with " +
                    $"{Convert.ToHexString(head)}.");
            }

            var shape = ReadShape(stream, head[3], path);
            var elements = new byte[shape.Size];
            stream.ReadExactly(elements);
            return Tensor.From(shape, elements);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException($"'{path}' ends before the elements that its header speaks of.", e);
        }
    }

    private static Shape ReadShape(Stream stream, int rank, string path)
    {
        var axes = new int?[rank];
        var size = 1L;
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < rank; i++)
        {
            stream.ReadExactly(bytes);
            var axis = BinaryPrimitives.ReadInt32BigEndian(bytes);
            size *= axis;
            axes[i] = axis >= 0 && size <= MostElements ? axis : throw new InvalidDataException(
                $"'{path}' speaks of more than {MostElements} elements, or of a negative size.");
        }

        return Shape.Create(axes);
    }
}
