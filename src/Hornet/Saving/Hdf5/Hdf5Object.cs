namespace Hornet.Saving.Hdf5;

/// <summary>A group or data set, with its attributes.</summary>
internal abstract class Hdf5Object(ByteSource source, Hdf5Header header, string path)
{
    /// <summary>Where it lies: the names of the groups around it and its own.</summary>
    public string Path => path;

    protected ByteSource Source => source;

    protected Hdf5Header Header => header;

    /// <summary>A group or data set at an address.</summary>
    public static Hdf5Object Open(ByteSource source, ulong address, string path)
    {
        var header = Hdf5Header.Read(source, address);
        return header.Find(Hdf5Header.Layout) is null
            ? new Hdf5Group(source, header, path)
            : new Hdf5Dataset(source, header, path);
    }

    /// <summary>The texts of an attribute; null where there is none of that name.</summary>
    public string[]? Texts(string name) => FindAttribute(name) is { } attribute ? Texts(attribute) : null;

    /// <summary>The texts of an attribute; none of an empty list of numbers, which is how no texts are written.
    /// </summary>
    public string[] Texts(Hdf5Attribute attribute) => attribute.ToTexts(source);

    /// <summary>The only text of an attribute; null where there is none of that name.</summary>
    public string? Text(string name) => Texts(name) is { } texts
        ? texts is [var text] ? text : throw Hdf5Error.Broken($"one text in attribute '{name}'", $"{texts.Length}")
        : null;

    /// <summary>The attributes, in the order of the file.</summary>
    public IEnumerable<Hdf5Attribute> Attributes()
    {
        if (header.Find(Hdf5Header.AttributeInfo) is { } info)
        {
            CheckCompact(info);
        }

        return header.All(Hdf5Header.Attribute).Select(Hdf5Attribute.Read);
    }

    // Many attributes lie in a heap of their own in files of new versions.
    private static void CheckCompact(Hdf5Cursor info)
    {
        info.Skip(1);
        info.Skip((info.Byte() & 1) == 0 ? 0 : 2);
        if (info.UInt64() != Hdf5Cursor.Undefined)
        {
            throw Hdf5Error.Unusual("attributes in a heap (libver='latest')");
        }
    }

    private Hdf5Attribute? FindAttribute(string name) =>
        Attributes().FirstOrDefault(attribute => attribute.Name == name);
}
