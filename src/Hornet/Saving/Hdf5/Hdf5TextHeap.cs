using System.Buffers.Binary;
using System.Text;

namespace Hornet.Saving.Hdf5;

/// <summary>Writes texts of any length into global heaps, as <see cref="Hdf5Heap"/> reads them.</summary>
internal sealed class Hdf5TextHeap(Hdf5Blocks blocks)
{
    private const int LeastSize = 4096;
    private const int HeadSize = 16;

    private byte[] _heap = [];
    private long _address;
    private int _used;
    private int _count;

    /// <summary>Adds a text and writes where it lies.</summary>
    public void Add(string text, BinaryWriter reference)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        reference.Write(bytes.Length);
        reference.Write(bytes.Length == 0 ? 0L : Place(bytes));
        reference.Write(bytes.Length == 0 ? 0 : _count);
    }

    private long Place(byte[] bytes)
    {
        var size = HeadSize + (int)Hdf5Blocks.Padded(bytes.Length);
        if (_used + size > _heap.Length)
        {
            Open(Math.Max(LeastSize, HeadSize + size));
        }

        _count++;
        WriteHead(_count, bytes.Length);
        bytes.CopyTo(_heap, _used + HeadSize);
        _used += size;
        if (_heap.Length - _used >= HeadSize)
        {
            WriteHead(0, _heap.Length - _used); // the free rest
        }

        return _address;
    }

    private void Open(int size)
    {
        _heap = new byte[size];
        "GCOL"u8.CopyTo(_heap);
        _heap[4] = 1; // the version
        BinaryPrimitives.WriteInt64LittleEndian(_heap.AsSpan(8), size);
        _address = blocks.Add(_heap);
        (_used, _count) = (HeadSize, 0);
    }

    private void WriteHead(int index, long size)
    {
        BinaryPrimitives.WriteInt16LittleEndian(_heap.AsSpan(_used), (short)index);
        BinaryPrimitives.WriteInt64LittleEndian(_heap.AsSpan(_used + 8), size);
    }
}
