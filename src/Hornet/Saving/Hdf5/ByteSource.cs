namespace Hornet.Saving.Hdf5;

/// <summary>Bytes at any place of a file. No memory is taken for what the file does not have.</summary>
internal abstract class ByteSource
{
    /// <summary>More than this is never read at once of what describes the data.</summary>
    private const int MaxDescription = 1 << 26;

    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>Fills memory from a place; both are known to be within the file.</summary>
    protected abstract void Fill(long offset, Span<byte> destination);

    /// <summary>Reads a part that describes the data.</summary>
    public Hdf5Cursor Read(ulong offset, ulong length)
    {
        Check(offset, length);
        if (length > MaxDescription)
        {
            throw Hdf5Error.Broken($"a part of at most {MaxDescription} bytes", $"{length} bytes at {offset}");
        }

        var bytes = new byte[length];
        Fill((long)offset, bytes);
        return new Hdf5Cursor(bytes);
    }

    /// <summary>Reads data into memory that is there.</summary>
    public void Read(ulong offset, Span<byte> destination)
    {
        Check(offset, (ulong)destination.Length);
        Fill((long)offset, destination);
    }

    /// <summary>Refuses a part that goes past the end.</summary>
    public void Check(ulong offset, ulong length)
    {
        var size = (ulong)Length;
        if (offset > size || length > size - offset)
        {
            throw Hdf5Error.Broken($"a part within its {size} bytes", $"{length} bytes at {offset}");
        }
    }
}
