using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>Where the elements of a dense tensor begin: what kernels written in C# take and give.</summary>
/// <remarks>Nothing is checked and nothing is counted: who passes one on keeps the memory alive.</remarks>
internal readonly unsafe record struct Address(nint Value)
{
    /// <summary>So many elements from here.</summary>
    public Span<T> Span<T>(int count)
        where T : unmanaged => new((void*)Value, count);

    /// <summary>So many elements from the one with this index.</summary>
    public Span<T> Span<T>(long start, int count)
        where T : unmanaged => new((T*)Value + start, count);

    /// <summary>The element with this index.</summary>
    public Address Skip<T>(long elements)
        where T : unmanaged => new((nint)((T*)Value + elements));

    /// <summary>The first element.</summary>
    public ref T First<T>()
        where T : unmanaged => ref *(T*)Value;

    /// <summary>Whether it lies in a block of memory.</summary>
    public bool IsIn(Address block, long bytes) => Value >= block.Value && Value < block.Value + bytes;
}

/// <summary>A block of memory of one's own, aligned to a cache line.</summary>
internal sealed unsafe class MemoryBlock
{
    public const int Alignment = 64;

    private nint _pointer;

    public MemoryBlock(long bytes)
    {
        Bytes = bytes;
        _pointer = (nint)NativeMemory.AlignedAlloc((nuint)Math.Max(bytes, 1), Alignment);
    }

    ~MemoryBlock() => NativeMemory.AlignedFree((void*)_pointer);

    public long Bytes { get; }

    public Address Start => new(_pointer);

    /// <summary>Frees it before its finalizer does: nobody may use it any more.</summary>
    public void Free()
    {
        NativeMemory.AlignedFree((void*)_pointer);
        _pointer = 0; // the finalizer frees nothing then
    }
}
