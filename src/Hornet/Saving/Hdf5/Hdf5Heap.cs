namespace Hornet.Saving.Hdf5;

/// <summary>The global heap: texts of any length.</summary>
internal static class Hdf5Heap
{
    /// <summary>Reads the text that a reference stands for: its length, and where it lies.</summary>
    public static string ReadText(ByteSource source, Hdf5Cursor reference)
    {
        var length = reference.UInt32();
        var address = reference.UInt64();
        var index = reference.UInt32();
        if (length == 0 || address is 0 or Hdf5Cursor.Undefined)
        {
            return "";
        }

        var item = Find(source, address, index);
        return length <= (uint)item.Remaining
            ? item.Text((int)length)
            : throw Hdf5Error.Broken($"a text of {length} bytes", $"{item.Remaining} bytes");
    }

    private static Hdf5Cursor Find(ByteSource source, ulong address, uint index)
    {
        var start = source.Read(address, 16);
        start.Expect("GCOL"u8);
        start.Skip(4);
        var heap = source.Read(address, start.UInt64());
        heap.Position = Math.Min(16, heap.Length);
        while (heap.Remaining >= 16)
        {
            var item = heap.UInt16();
            heap.Skip(6);
            var size = heap.UInt64();
            if (item == 0 || size > (ulong)heap.Remaining)
            {
                break; // the free rest
            }

            var begin = heap.Position;
            var content = heap.Inner((int)size);
            if (item == index)
            {
                return content;
            }

            heap.Align(begin);
        }

        throw Hdf5Error.Broken($"item {index} of the heap at {address}", "none");
    }
}
