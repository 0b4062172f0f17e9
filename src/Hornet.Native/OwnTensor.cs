using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>A tensor in memory of our own: all that is made before libtorch is loaded, so that what our kernels compute
/// alone, like a prediction of a small model, does not wait for it.</summary>
/// <remarks>
/// In native memory; sizes and strides follow it, and then its elements, unless it is a view of another one. An
/// operator of libtorch's takes a copy, made once: from then on the elements are there. What still reads at the old
/// place reads the same numbers, since nobody writes to a tensor that others read.
/// </remarks>
internal unsafe struct OwnTensor
{
    private int _references;
    private OwnTensor* _root; // of a view: the one whose memory it shares, by a reference of its own
    private nint _elements; // of a root: where they are now
    private nint _torch; // libtorch's tensor of the same elements, once there is one

    public DType DType { get; private set; }

    public int Rank { get; private set; }

    public long Count { get; private set; }

    public bool IsContiguous { get; private set; }

    /// <summary>How many elements of the shared memory lie before the first one.</summary>
    public long Offset { get; private set; }

    public static Span<long> Sizes(OwnTensor* tensor) => new(tensor + 1, tensor->Rank);

    public static Span<long> Strides(OwnTensor* tensor) => new((long*)(tensor + 1) + tensor->Rank, tensor->Rank);

    /// <summary>Where the first element is now.</summary>
    public static nint Elements(OwnTensor* tensor) => tensor->_root is null
        ? Volatile.Read(ref tensor->_elements)
        : Elements(tensor->_root) + (nint)(tensor->Offset * DTypeCodes.SizeOf(tensor->DType));

    /// <summary>A contiguous one whose elements are not set, with one reference.</summary>
    public static OwnTensor* Create(DType dtype, ReadOnlySpan<long> sizes)
    {
        var head = AlignedHead(sizes.Length);
        var count = 1L;
        foreach (var size in sizes)
        {
            count = checked(count * size);
        }

        var tensor = Allocate(checked(head + (count * DTypeCodes.SizeOf(dtype))), dtype, sizes);
        TensorHandle.ContiguousStrides(sizes, Strides(tensor));
        tensor->Count = count;
        tensor->IsContiguous = true;
        tensor->_elements = (nint)tensor + (nint)head;
        return tensor;
    }

    /// <summary>One that shares another's memory; the offset counts from the other's first element.</summary>
    public static OwnTensor* View(
        OwnTensor* tensor, ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, long offset)
    {
        var view = Allocate(AlignedHead(sizes.Length), tensor->DType, sizes);
        strides.CopyTo(Strides(view));
        (view->Count, view->IsContiguous) = (1, true);
        for (var axis = sizes.Length - 1; axis >= 0; axis--)
        {
            view->IsContiguous &= sizes[axis] == 1 || strides[axis] == view->Count;
            view->Count *= sizes[axis];
        }

        view->IsContiguous |= view->Count == 0;
        view->Offset = tensor->Offset + offset;
        view->_root = AddReference(tensor->_root is null ? tensor : tensor->_root);
        return view;
    }

    /// <summary>Gives the tensor.</summary>
    public static OwnTensor* AddReference(OwnTensor* tensor)
    {
        Interlocked.Increment(ref tensor->_references);
        return tensor;
    }

    /// <summary>Frees it with its last reference.</summary>
    public static void Release(OwnTensor* tensor)
    {
        if (Interlocked.Decrement(ref tensor->_references) > 0)
        {
            return;
        }

        if (tensor->_torch != 0)
        {
            TorchTensor.Release(tensor->_torch);
        }

        if (tensor->_root is not null)
        {
            Release(tensor->_root);
        }

        NativeMemory.AlignedFree(tensor);
    }

    /// <summary>libtorch's tensor of these elements: moves them into its memory when it is asked for first.</summary>
    public static nint Torch(OwnTensor* tensor)
    {
        var known = Volatile.Read(ref tensor->_torch);
        if (known != 0)
        {
            return known;
        }

        var made = tensor->_root is null
            ? Copy(tensor)
            : TorchTensor.View(Torch(tensor->_root), Sizes(tensor), Strides(tensor), tensor->Offset);
        known = Interlocked.CompareExchange(ref tensor->_torch, made, 0);
        if (known != 0)
        {
            TorchTensor.Release(made); // another thread was faster
            return known;
        }

        if (tensor->_root is null)
        {
            Volatile.Write(ref tensor->_elements, TorchTensor.Elements(made));
        }

        return made;
    }

    private static long AlignedHead(int rank)
    {
        var bytes = sizeof(OwnTensor) + (2L * rank * sizeof(long));
        return (bytes + MemoryBlock.Alignment - 1) / MemoryBlock.Alignment * MemoryBlock.Alignment;
    }

    private static OwnTensor* Allocate(long bytes, DType dtype, ReadOnlySpan<long> sizes)
    {
        var tensor = (OwnTensor*)NativeMemory.AlignedAlloc((nuint)bytes, MemoryBlock.Alignment);
        *tensor = new OwnTensor { _references = 1, DType = dtype, Rank = sizes.Length };
        sizes.CopyTo(Sizes(tensor));
        return tensor;
    }

    private static nint Copy(OwnTensor* tensor)
    {
        var copy = TorchTensor.Empty(tensor->DType, Sizes(tensor));
        var bytes = tensor->Count * DTypeCodes.SizeOf(tensor->DType);
        Buffer.MemoryCopy((void*)tensor->_elements, (void*)TorchTensor.Elements(copy), bytes, bytes);
        return copy;
    }
}
