namespace Hornet.Saving;

/// <summary>Opens files and streams for reading.</summary>
internal static class FileOpening
{
    /// <summary>Opens a file.</summary>
    public static FileStream Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
    }

    /// <summary>The stream itself where it can seek and is at its start; else what is left of it, in memory.</summary>
    public static Stream Seekable(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream is { CanSeek: true, Position: 0 })
        {
            return stream;
        }

        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    /// <summary>What a stream holds, by its first bytes.</summary>
    public static FileKind KindOf(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        stream.Position = 0;
        var count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return start[..count].StartsWith("PK"u8) ? FileKind.Archive
            : start[..count].SequenceEqual((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F']) ? FileKind.Hdf5
            : FileKind.Unknown;
    }

    /// <summary>Runs what reads a file: what is refused on the way is an error of the file.</summary>
    public static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or NotSupportedException
            or ArithmeticException or EndOfStreamException or InvalidDataException)
        {
            throw new KerasFileException($"Expected a model that can be made and filled. Received: {e.Message}", e);
        }
    }
}
