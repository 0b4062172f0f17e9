namespace Hornet.Saving.Hdf5;

/// <summary>Reads data in chunks, each perhaps compressed: who repacks a file makes such.</summary>
internal sealed class Hdf5Chunks(ByteSource source, Hdf5Dataset dataset, Hdf5Cursor? filters)
{
    // Data may take this many times its bytes in the file, or this much, before it is a trap.
    private const ulong MaxExpansion = 1000;
    private const ulong AlwaysAllowed = 1 << 26;
    private const int MaxDepth = 32;

    private readonly HashSet<ulong> _seen = [];
    private readonly List<(ulong Address, uint Size, uint Mask, long[] Offsets)> _chunks = [];
    private readonly Hdf5Filters _filters = Hdf5Filters.Read(filters, dataset.Path);

    public byte[] Read(Hdf5Cursor layout)
    {
        var rank = layout.Byte() - 1;
        var address = layout.UInt64();
        if (rank != dataset.Axes.Length || rank == 0)
        {
            throw Hdf5Error.Broken($"'{dataset.Path}' in chunks of {dataset.Axes.Length} axes", $"{rank}");
        }

        var chunk = new long[rank];
        foreach (ref var axis in chunk.AsSpan())
        {
            axis = layout.UInt32();
        }

        if (address != Hdf5Cursor.Undefined)
        {
            Collect(address, rank, 0);
        }

        CheckExpansion(chunk);
        var data = new byte[dataset.Size];
        foreach (var part in _chunks)
        {
            Copy(part, chunk, data);
        }

        return data;
    }

    private void CheckExpansion(long[] chunk)
    {
        var stored = (ulong)_chunks.Sum(part => (long)part.Size);
        var most = Math.Max(AlwaysAllowed, stored * MaxExpansion);
        var one = (UInt128)Hdf5Space.Count(chunk) * (ulong)dataset.Type.Size;
        if (dataset.Size > most || one > most || one > int.MaxValue)
        {
            throw Hdf5Error.Broken($"'{dataset.Path}' of at most {most} bytes", $"{dataset.Size} in chunks of {one}");
        }
    }

    private void Collect(ulong address, int rank, int depth)
    {
        if (depth > MaxDepth || !_seen.Add(address))
        {
            throw Hdf5Error.Broken($"chunks of '{dataset.Path}' that end", "a list that repeats itself");
        }

        var head = source.Read(address, 24);
        head.Expect("TREE"u8);
        head.Skip(1);
        var level = head.Byte();
        var count = head.UInt16();
        var keySize = 16 + (8 * rank);
        var entries = source.Read(address + 24, (ulong)count * (ulong)(keySize + 8));
        for (var i = 0; i < count; i++)
        {
            var (size, mask) = (entries.UInt32(), entries.UInt32());
            var offsets = new long[rank];
            foreach (ref var offset in offsets.AsSpan())
            {
                offset = (long)Math.Min(entries.UInt64(), int.MaxValue);
            }

            entries.Skip(8);
            var child = entries.UInt64();
            if (level > 0)
            {
                Collect(child, rank, depth + 1);
            }
            else
            {
                source.Check(child, size);
                _chunks.Add((child, size, mask, offsets));
            }
        }
    }

    private void Copy((ulong Address, uint Size, uint Mask, long[] Offsets) part, long[] chunk, byte[] data)
    {
        var raw = new byte[part.Size];
        source.Read(part.Address, raw);
        var size = (int)Hdf5Space.Count(chunk) * dataset.Type.Size;
        var bytes = _filters.Undo(raw, part.Mask, size, dataset.Type.Size);
        CopyRows(bytes, data, chunk, part.Offsets, 0, 0, 0);
    }

    // Axis by axis; a row of the last one at once, as far as it is within the data.
    private void CopyRows(byte[] from, byte[] to, long[] chunk, long[] offsets, int axis, long source, long target)
    {
        var count = Math.Min(chunk[axis], dataset.Axes[axis] - offsets[axis]);
        var (source0, target0) = (source * chunk[axis], (target * dataset.Axes[axis]) + offsets[axis]);
        if (axis < chunk.Length - 1)
        {
            for (var i = 0; i < count; i++)
            {
                CopyRows(from, to, chunk, offsets, axis + 1, source0 + i, target0 + i);
            }
        }
        else if (count > 0)
        {
            var size = dataset.Type.Size;
            from.AsSpan((int)(source0 * size), (int)(count * size)).CopyTo(to.AsSpan((int)(target0 * size)));
        }
    }
}
