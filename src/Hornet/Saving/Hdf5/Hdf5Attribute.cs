namespace Hornet.Saving.Hdf5;

/// <summary>A named value of a group or data set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What an element is.</param>
/// <param name="Axes">The axes; none of a single value.</param>
/// <param name="Data">The bytes.</param>
internal sealed record Hdf5Attribute(string Name, Hdf5Type Type, long[] Axes, ReadOnlyMemory<byte> Data)
{
    public static Hdf5Attribute Read(Hdf5Cursor body)
    {
        var version = body.Byte();
        if (version is < 1 or > 3 || (body.Byte() != 0 && version > 1))
        {
            throw Hdf5Error.Unusual("an attribute of another version");
        }

        var (nameSize, typeSize, spaceSize) = (body.UInt16(), body.UInt16(), body.UInt16());
        body.Skip(version == 3 ? 1 : 0);
        var name = Padded(body, nameSize, version).Text(nameSize);
        var type = Hdf5Type.Read(Padded(body, typeSize, version));
        var axes = Hdf5Space.Read(Padded(body, spaceSize, version));
        var count = Hdf5Space.Count(axes);
        var size = (UInt128)count * (ulong)type.Size;
        return size <= (ulong)body.Remaining
            ? new Hdf5Attribute(name, type, axes, body.Part((int)size))
            : throw Hdf5Error.Broken($"attribute '{name}' of {size} bytes", $"{body.Remaining} bytes");
    }

    /// <summary>The texts in it.</summary>
    public string[] ToTexts(ByteSource source)
    {
        var texts = new string[Hdf5Space.Count(Axes)];
        for (var i = 0; i < texts.Length; i++)
        {
            var element = new Hdf5Cursor(Data.Slice(i * Type.Size, Type.Size));
            texts[i] = Type.Kind switch
            {
                Hdf5Kind.Text => element.Text(Type.Size),
                Hdf5Kind.HeapText => Hdf5Heap.ReadText(source, element),
                _ => throw Hdf5Error.Broken($"texts in attribute '{Name}'", Type.ToString()),
            };
        }

        return texts;
    }

    private static Hdf5Cursor Padded(Hdf5Cursor body, int size, int version)
    {
        var start = body.Position;
        var part = body.Inner(size);
        if (version == 1)
        {
            body.Align(start);
        }

        return part;
    }
}
