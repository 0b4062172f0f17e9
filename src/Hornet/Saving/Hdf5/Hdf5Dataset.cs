namespace Hornet.Saving.Hdf5;

/// <summary>A data set: elements of one type along some axes.</summary>
internal sealed class Hdf5Dataset : Hdf5Object
{
    public Hdf5Dataset(ByteSource source, Hdf5Header header, string path)
        : base(source, header, path)
    {
        Axes = Hdf5Space.Read(Need(Hdf5Header.Dataspace));
        Type = Hdf5Type.Read(Need(Hdf5Header.DataType));
    }

    /// <summary>The axes; none of a single element.</summary>
    public long[] Axes { get; }

    /// <summary>What an element is.</summary>
    public Hdf5Type Type { get; }

    /// <summary>How many bytes the elements have.</summary>
    public ulong Size
    {
        get
        {
            var size = (UInt128)Hdf5Space.Count(Axes) * (ulong)Type.Size;
            return size <= int.MaxValue ? (ulong)size : throw Hdf5Error.Unusual($"'{Path}' of {size} bytes");
        }
    }

    /// <summary>Where the elements are, if they lie in the file just as <see cref="Read()"/> gives them.</summary>
    public ulong? Place()
    {
        var layout = Need(Hdf5Header.Layout);
        return Size > 0 && !Type.IsBigEndian && Header.Find(Hdf5Header.ExternalFiles) is null
            && (layout.Byte(), layout.Byte()) is (3 or 4, 1) ? Place(layout) : null;
    }

    /// <summary>Reads the elements from where they are.</summary>
    public void Read(ulong place, Span<byte> elements) => Source.Read(place, elements);

    /// <summary>The elements in row-major order, the least significant byte first.</summary>
    public byte[] Read()
    {
        if (Header.Find(Hdf5Header.ExternalFiles) is not null)
        {
            throw Hdf5Error.Link(Path, "data that lies in another file");
        }

        var layout = Need(Hdf5Header.Layout);
        var version = layout.Byte();
        var data = (version, layout.Byte()) switch
        {
            (3 or 4, 0) => Compact(layout),
            (3 or 4, 1) => Contiguous(layout),
            (3, 2) => new Hdf5Chunks(Source, this, Header.Find(Hdf5Header.Filters)).Read(layout),
            _ => throw Hdf5Error.Unusual($"'{Path}' in a layout of version {version}"),
        };
        return Type.IsBigEndian ? Reverse(data) : data;
    }

    private byte[] Compact(Hdf5Cursor layout)
    {
        var length = layout.UInt16();
        return (ulong)length >= Size
            ? layout.Bytes((int)Size).ToArray()
            : throw Hdf5Error.Broken($"'{Path}' of {Size} bytes", $"{length} bytes");
    }

    private byte[] Contiguous(Hdf5Cursor layout)
    {
        if (Size == 0)
        {
            return [];
        }

        var place = Place(layout);
        var data = GC.AllocateUninitializedArray<byte>((int)Size);
        Source.Read(place, data);
        return data;
    }

    private ulong Place(Hdf5Cursor layout)
    {
        var (address, length) = (layout.UInt64(), layout.UInt64());
        if (length < Size || address == Hdf5Cursor.Undefined)
        {
            throw Hdf5Error.Broken($"'{Path}' of {Size} bytes", $"{(length < Size ? length : 0)} bytes");
        }

        Source.Check(address, Size);
        return address;
    }

    private byte[] Reverse(byte[] data)
    {
        for (var i = 0; i + Type.Size <= data.Length; i += Type.Size)
        {
            data.AsSpan(i, Type.Size).Reverse();
        }

        return data;
    }

    private Hdf5Cursor Need(int type) => Header.Find(type)
        ?? throw Hdf5Error.Broken($"'{Path}' with axes, a type and a place", "no such description");
}
