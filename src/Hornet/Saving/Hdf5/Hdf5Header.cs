namespace Hornet.Saving.Hdf5;

/// <summary>What describes a group or data set: its messages.</summary>
internal sealed class Hdf5Header
{
    public const int Dataspace = 0x01;
    public const int LinkInfo = 0x02;
    public const int DataType = 0x03;
    public const int FillValue = 0x05;
    public const int Link = 0x06;
    public const int ExternalFiles = 0x07;
    public const int Layout = 0x08;
    public const int Filters = 0x0B;
    public const int Attribute = 0x0C;
    public const int SymbolTable = 0x11;
    public const int AttributeInfo = 0x15;

    private const int Continuation = 0x10;
    private const int MaxMessages = 1 << 20;
    private const byte SharedFlag = 0x02;

    private readonly ByteSource _source;
    private readonly List<Message> _messages = [];
    private readonly Queue<(ulong Offset, ulong Length)> _continuations = new();
    private readonly HashSet<ulong> _seen = [];

    private Hdf5Header(ByteSource source) => _source = source;

    public static Hdf5Header Read(ByteSource source, ulong address)
    {
        var header = new Hdf5Header(source);
        var start = source.Read(address, 16);
        if (start.Byte() == (byte)'O')
        {
            header.ReadNew(address);
        }
        else
        {
            header.ReadOld(address, start);
        }

        return header;
    }

    /// <summary>The messages of a type.</summary>
    public IEnumerable<Hdf5Cursor> All(int type)
    {
        foreach (var message in _messages.Where(message => message.Type == type))
        {
            if (message.IsShared)
            {
                throw Hdf5Error.Unusual("a description that several objects share");
            }

            message.Body.Position = 0;
            yield return message.Body;
        }
    }

    /// <summary>The only message of a type; null where there is none.</summary>
    public Hdf5Cursor? Find(int type) => All(type).FirstOrDefault();

    // Version 1: every message has 8 bytes before it.
    private void ReadOld(ulong address, Hdf5Cursor start)
    {
        start.Position = 0;
        if (start.Byte() != 1)
        {
            throw Hdf5Error.Broken("the header of a group or data set", $"another thing at {address}");
        }

        start.Position = 8;
        var size = start.UInt32();
        ReadOldMessages(_source.Read(address + 16, size));
        while (Next() is var (offset, length))
        {
            ReadOldMessages(_source.Read(offset, length));
        }
    }

    private void ReadOldMessages(Hdf5Cursor chunk)
    {
        while (chunk.Remaining >= 8)
        {
            var type = chunk.UInt16();
            var size = chunk.UInt16();
            var flags = chunk.Byte();
            chunk.Skip(3);
            Add(type, flags, chunk.Inner(size));
        }
    }

    // Version 2: marks, check sums, and sizes of as many bytes as they need.
    private void ReadNew(ulong address)
    {
        var start = _source.Read(address, Math.Min(64, (ulong)_source.Length - address));
        start.Expect("OHDR"u8);
        if (start.Byte() != 2)
        {
            throw Hdf5Error.Unusual("a header of a newer version");
        }

        var flags = start.Byte();
        start.Skip(((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0));
        var size = start.Number(1 << (flags & 3));
        var isOrdered = (flags & 4) != 0;
        ReadNewMessages(_source.Read(address + (ulong)start.Position, size), isOrdered);
        while (Next() is var (offset, length))
        {
            var chunk = _source.Read(offset, length);
            chunk.Expect("OCHK"u8);
            ReadNewMessages(chunk.Inner(Math.Max(chunk.Remaining - 4, 0)), isOrdered);
        }
    }

    private void ReadNewMessages(Hdf5Cursor chunk, bool isOrdered)
    {
        var before = isOrdered ? 6 : 4;
        while (chunk.Remaining >= before)
        {
            var type = chunk.Byte();
            var size = chunk.UInt16();
            var flags = chunk.Byte();
            chunk.Skip(before - 4);
            Add(type, flags, chunk.Inner(size));
        }
    }

    private void Add(int type, byte flags, Hdf5Cursor body)
    {
        if (_messages.Count >= MaxMessages)
        {
            throw Hdf5Error.Unusual($"more than {MaxMessages} descriptions of one object");
        }

        if (type == Continuation)
        {
            _continuations.Enqueue((body.UInt64(), body.UInt64()));
        }
        else
        {
            _messages.Add(new(type, (flags & SharedFlag) != 0, body));
        }
    }

    private (ulong Offset, ulong Length)? Next()
    {
        if (!_continuations.TryDequeue(out var next))
        {
            return null;
        }

        return _seen.Add(next.Offset) ? next : throw Hdf5Error.Broken("a header that ends", "one that repeats itself");
    }

    private sealed record Message(int Type, bool IsShared, Hdf5Cursor Body);
}
