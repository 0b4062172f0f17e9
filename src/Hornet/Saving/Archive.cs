using System.IO.Compression;
using System.IO.Hashing;
using Hornet.Saving.Hdf5;
using Hornet.Serialization;

namespace Hornet.Saving;

/// <summary>A <c>.keras</c> file: a zip archive whose members are read into memory, never onto the disk.</summary>
internal sealed class Archive : IDisposable
{
    public const string Metadata = "metadata.json";
    public const string Config = "config.json";
    public const string Weights = "model.weights.h5";
    public const string Assets = "assets/";

    // Compressed data may grow by this much, or to this size, before it is a trap.
    private const long MaxExpansion = 100;
    private const long AlwaysAllowed = 1 << 28;
    private const int MaxMembers = 100_000;

    private readonly ZipArchive _zip;
    private readonly long _length;

    private Archive(ZipArchive zip, long length) => (_zip, _length) = (zip, length);

    /// <summary>Opens an archive; the stream stays open.</summary>
    public static Archive Open(Stream stream)
    {
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count <= MaxMembers ? new Archive(zip, stream.Length) : throw new KerasFileException(
                $"Expected an archive of at most {MaxMembers} members. Received: {zip.Entries.Count}.");
        }
        catch (Exception e) when (IsOfZip(e))
        {
            throw new KerasFileException($"Expected a .keras file, which is a zip archive. Received: {e.Message}", e);
        }
    }

    /// <summary>The text of a member; an error where there is none.</summary>
    public byte[] Text(string name)
    {
        var entry = Need(name);
        if (entry.Length > ConfigJson.MaxBytes)
        {
            throw new KerasFileException(
                $"'{name}': Expected a text of at most {ConfigJson.MaxBytes} bytes. Received: {entry.Length}.");
        }

        var source = Read(entry);
        var bytes = new byte[source.Length];
        source.Read(0, bytes);
        return bytes;
    }

    /// <summary>The bytes of a member; an error where there is none.</summary>
    public ByteSource Bytes(string name) => Read(Need(name));

    public void Dispose() => _zip.Dispose();

    // Of two members of one name, one reader takes the first and another the last: whoever checked it saw the other.
    private ZipArchiveEntry Need(string name) => _zip.Entries.Where(entry => entry.FullName == name).ToArray() switch
    {
        [var only] => only,
        [] => throw new KerasFileException(
            $"Expected an archive with {Config} and {Weights}. Received one without {name}."),
        _ => throw new KerasFileException($"Expected one member named {name} in the archive. Received: several."),
    };

    private BlockSource Read(ZipArchiveEntry entry)
    {
        if (entry.CompressedLength > _length
            || entry.Length > Math.Max(AlwaysAllowed, entry.CompressedLength * MaxExpansion))
        {
            throw new KerasFileException(
                $"'{entry.FullName}': Expected at most {MaxExpansion} times its bytes in the archive. Received: "
                + $"{entry.Length} bytes of {entry.CompressedLength}, more than a genuine file has.");
        }

        try
        {
            using var stream = entry.Open();
            var sum = new Crc32();
            var source = new BlockSource(stream, entry.Length, sum);
            return source.Length == entry.Length && sum.GetCurrentHashAsUInt32() == entry.Crc32
                ? source
                : throw new KerasFileException(
                    $"'{entry.FullName}' is damaged. Expected {entry.Length} bytes with the checksum {entry.Crc32:x8}. "
                    + $"Received: {source.Length} with {sum.GetCurrentHashAsUInt32():x8}.");
        }
        catch (Exception e) when (IsOfZip(e))
        {
            throw new KerasFileException($"'{entry.FullName}' is damaged: {e.Message}", e);
        }
    }

    private static bool IsOfZip(Exception e) =>
        e is InvalidDataException or EndOfStreamException or NotSupportedException or OverflowException
            or ArgumentException;
}
