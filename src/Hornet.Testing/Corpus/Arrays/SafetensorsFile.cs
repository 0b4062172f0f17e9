using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace Hornet.Testing;

/// <summary>An array in a file of arrays: its dtype by Keras's name, its shape, and where its bytes stand.</summary>
public sealed record SafetensorsEntry(string Name, string DType, IReadOnlyList<int> Shape, long Offset, int Length);

/// <summary>A file of named arrays in the format <c>safetensors</c>; arrays are read when asked for.</summary>
/// <remarks>The format: 8 bytes with the length of a header, the header in JSON, then the arrays' bytes.</remarks>
public sealed class SafetensorsFile : IDisposable
{
    private const int LengthSize = 8;
    private const int LargestHeader = 100_000_000; // the format's own limit

    private readonly SafeFileHandle _handle;
    private readonly Dictionary<string, SafetensorsEntry> _entries;

    private SafetensorsFile(string path, SafeFileHandle handle)
    {
        FullPath = path;
        _handle = handle;
        _entries = SafetensorsHeader.Parse(ReadHeader(out var start), start, RandomAccess.GetLength(handle), path);
    }

    /// <summary>Where the file is.</summary>
    public string FullPath { get; }

    /// <summary>The arrays, in no order.</summary>
    public IReadOnlyCollection<SafetensorsEntry> Entries => _entries.Values;

    /// <summary>Opens a file and reads its header.</summary>
    public static SafetensorsFile Open(string path)
    {
        var handle = File.OpenHandle(path, options: FileOptions.RandomAccess);
        try
        {
            return new SafetensorsFile(path, handle);
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <summary>An array's entry, or null where the file has none of that name.</summary>
    public SafetensorsEntry? Find(string name) => _entries.GetValueOrDefault(name);

    /// <summary>Reads an array.</summary>
    public CorpusArray Read(string name) => Find(name) is { } entry
        ? new CorpusArray(entry.DType, entry.Shape, ReadBytes(entry))
        : throw new KeyNotFoundException($"Expected the name of an array in {FullPath}. Received: '{name}'.");

    /// <summary>Closes the file.</summary>
    public void Dispose() => _handle.Dispose();

    internal byte[] ReadBytes(SafetensorsEntry entry) => ReadExactly(entry.Offset, entry.Length);

    private byte[] ReadHeader(out long start)
    {
        var length = BinaryPrimitives.ReadUInt64LittleEndian(ReadExactly(0, LengthSize));
        if (length > LargestHeader || (long)length > RandomAccess.GetLength(_handle) - LengthSize)
        {
            throw new CorpusFormatException(
                $"{FullPath}: Expected a header inside the file of {RandomAccess.GetLength(_handle)} bytes. "
                + $"Received: a header of {length} bytes.");
        }

        start = LengthSize + (long)length;
        return ReadExactly(LengthSize, (int)length);
    }

    private byte[] ReadExactly(long offset, int length)
    {
        var bytes = new byte[length];
        for (var read = 0; read < length;)
        {
            var more = RandomAccess.Read(_handle, bytes.AsSpan(read), offset + read);
            read += more > 0 ? more : throw new CorpusFormatException(
                $"{FullPath}: Expected {length} bytes at {offset}. Received: {read}.");
        }

        return bytes;
    }
}
