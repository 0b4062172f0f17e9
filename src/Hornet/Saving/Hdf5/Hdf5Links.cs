namespace Hornet.Saving.Hdf5;

/// <summary>Reads the members of a group: from its symbol table, or from the messages of newer files.</summary>
internal static class Hdf5Links
{
    private const int EntrySize = 40;
    private const int MaxDepth = 32;

    public static Dictionary<string, Hdf5Link> Read(ByteSource source, Hdf5Header header)
    {
        var links = new Dictionary<string, Hdf5Link>();
        if (header.Find(Hdf5Header.SymbolTable) is { } table)
        {
            var (tree, heap) = (table.UInt64(), table.UInt64());
            ReadTree(source, tree, Heap(source, heap), links, [], 0);
        }

        if (header.Find(Hdf5Header.LinkInfo) is { } info)
        {
            CheckCompact(info);
        }

        foreach (var message in header.All(Hdf5Header.Link))
        {
            var (name, link) = ReadMessage(message);
            links[name] = link;
        }

        return links;
    }

    private static void CheckCompact(Hdf5Cursor info)
    {
        info.Skip(1);
        info.Skip((info.Byte() & 1) == 0 ? 0 : 8);
        if (info.UInt64() != Hdf5Cursor.Undefined)
        {
            throw Hdf5Error.Unusual("a group whose links lie in a heap (libver='latest')");
        }
    }

    private static Hdf5Cursor Heap(ByteSource source, ulong address)
    {
        var start = source.Read(address, 32);
        start.Expect("HEAP"u8);
        start.Skip(4);
        var size = start.UInt64();
        start.Skip(8);
        return source.Read(start.UInt64(), size);
    }

    private static void ReadTree(
        ByteSource source,
        ulong address,
        Hdf5Cursor names,
        Dictionary<string, Hdf5Link> links,
        HashSet<ulong> seen,
        int depth)
    {
        var node = source.Read(address, 24);
        if (depth > MaxDepth || !seen.Add(address))
        {
            throw Hdf5Error.Broken("a group that ends", "one that repeats itself");
        }

        if (node.Byte() == (byte)'S')
        {
            ReadLeaf(source, address, names, links);
            return;
        }

        node.Position = 0;
        node.Expect("TREE"u8);
        node.Skip(2);
        var count = node.UInt16();
        var children = source.Read(address + 24, ((ulong)count * 16) + 8);
        for (var i = 0; i < count; i++)
        {
            children.Skip(8);
            ReadTree(source, children.UInt64(), names, links, seen, depth + 1);
        }
    }

    private static void ReadLeaf(
        ByteSource source, ulong address, Hdf5Cursor names, Dictionary<string, Hdf5Link> links)
    {
        var head = source.Read(address, 8);
        head.Expect("SNOD"u8);
        head.Skip(2);
        var count = head.UInt16();
        var entries = source.Read(address + 8, (ulong)(count * EntrySize));
        for (var i = 0; i < count; i++)
        {
            var (name, header) = (entries.UInt64(), entries.UInt64());
            var kind = entries.UInt32();
            entries.Skip(EntrySize - 20);
            links[names.TextAt(name)] = new Hdf5Link(header, kind == 2 ? "a soft link" : null);
        }
    }

    private static (string Name, Hdf5Link Link) ReadMessage(Hdf5Cursor body)
    {
        if (body.Byte() != 1)
        {
            throw Hdf5Error.Unusual("links of a newer version");
        }

        var flags = body.Byte();
        var kind = (flags & 8) != 0 ? body.Byte() : 0;
        body.Skip(((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0));
        var length = body.Number(1 << (flags & 3));
        var name = body.Text((int)Math.Min(length, int.MaxValue));
        return kind switch
        {
            0 => (name, new Hdf5Link(body.UInt64(), null)),
            1 => (name, new Hdf5Link(0, "a soft link")),
            _ => (name, new Hdf5Link(0, "a link to another file")),
        };
    }
}
