namespace Hornet.Saving.Hdf5;

/// <summary>Opens HDF5 files: those that h5py writes, and newer ones without the rarer features.</summary>
internal static class Hdf5File
{
    /// <summary>How every such file begins.</summary>
    public static ReadOnlySpan<byte> Mark => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The group that holds all others.</summary>
    public static Hdf5Group Open(ByteSource source)
    {
        if (source.Length < 48)
        {
            throw NotHdf5();
        }

        var start = source.Read(0, (ulong)Math.Min(source.Length, 96));
        if (!start.Bytes(8).SequenceEqual(Mark))
        {
            throw NotHdf5();
        }

        var version = start.Byte();
        var root = version switch
        {
            0 or 1 => ReadOld(start, version, source.Length),
            2 or 3 => ReadNew(start, source.Length),
            _ => throw Hdf5Error.Unusual($"a start of version {version}"),
        };
        return Hdf5Object.Open(source, root, "") as Hdf5Group
            ?? throw Hdf5Error.Broken("a group at the root", "a data set");
    }

    private static ulong ReadOld(Hdf5Cursor start, int version, long length)
    {
        start.Skip(4);
        CheckSizes(start.Byte(), start.Byte());
        start.Skip(version == 0 ? 9 : 13);
        CheckEnd(start.UInt64(), Skip8(start), start.UInt64(), length);
        start.Skip(16); // the driver, and the root's name
        return start.UInt64();
    }

    private static ulong ReadNew(Hdf5Cursor start, long length)
    {
        CheckSizes(start.Byte(), start.Byte());
        start.Skip(1);
        CheckEnd(start.UInt64(), Skip8(start), start.UInt64(), length);
        return start.UInt64();
    }

    private static ulong Skip8(Hdf5Cursor start) => start.UInt64();

    private static void CheckSizes(int offsets, int lengths)
    {
        if (offsets != 8 || lengths != 8)
        {
            throw Hdf5Error.Unusual($"addresses of {offsets} and lengths of {lengths} bytes");
        }
    }

    private static void CheckEnd(ulong start, ulong ignored, ulong end, long length)
    {
        _ = ignored;
        if (start != 0)
        {
            throw Hdf5Error.Unusual("bytes before its start");
        }

        if (end > (ulong)length)
        {
            throw Hdf5Error.Broken($"all of its {end} bytes", $"{length} bytes: the end is missing");
        }
    }

    private static KerasFileException NotHdf5() => new(
        "Expected an HDF5 file (.weights.h5, .h5). Received: something else.");
}
