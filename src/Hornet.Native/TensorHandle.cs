namespace Hornet.Native;

/// <summary>One counted reference to a tensor of libtorch's, or to an <see cref="OwnTensor"/>, which is made before
/// libtorch is loaded. Whoever receives one owns it, and disposes it once.</summary>
/// <remarks>
/// A bare pointer, so that a compiled step handles thousands of tensors without managed allocations. Users never
/// see it: <c>EagerTensor</c> owns one, with a finalizer.
/// </remarks>
internal readonly unsafe partial record struct TensorHandle(nint Pointer) : IDisposable
{
    private const nint OwnMark = 1; // the lowest bit of a pointer is free

    private TensorHandle(OwnTensor* tensor)
        : this((nint)tensor | OwnMark)
    {
    }

    /// <summary>Whether it is in memory of our own.</summary>
    public bool IsOwn => (Pointer & OwnMark) != 0;

    /// <summary>What libtorch's functions take, which loads libtorch; valid as long as the handle.</summary>
    public nint Torch => IsOwn ? OwnTensor.Torch(Own) : Pointer;

    /// <summary>Whether there is a tensor: an op gives an undefined one for a result that was not asked for.</summary>
    public bool IsDefined => IsOwn || (Pointer != 0 && TorchTensor.IsDefined(Pointer));

    public DType DType => IsOwn ? Own->DType : TorchTensor.DType(Pointer);

    /// <summary>The number of axes.</summary>
    public int Rank => IsOwn ? Own->Rank : TorchTensor.Rank(Pointer);

    /// <summary>The number of elements.</summary>
    public long Count => IsOwn ? Own->Count : TorchTensor.Count(Pointer);

    /// <summary>The sizes of the axes: native memory, valid as long as the handle.</summary>
    public ReadOnlySpan<long> Sizes => IsOwn ? OwnTensor.Sizes(Own) : TorchTensor.Sizes(Pointer);

    /// <summary>The steps between elements along the axes: native memory, valid as long as the handle.</summary>
    public ReadOnlySpan<long> Strides => IsOwn ? OwnTensor.Strides(Own) : TorchTensor.Strides(Pointer);

    /// <summary>How many elements of the shared memory lie before the first one.</summary>
    public long StorageOffset => IsOwn ? Own->Offset : TorchTensor.StorageOffset(Pointer);

    /// <summary>Where the elements lie.</summary>
    public DeviceType Device => IsOwn ? DeviceType.Cpu : TorchTensor.Device(Pointer);

    /// <summary>Where the first element lies.</summary>
    public Address Address => new(IsOwn ? OwnTensor.Elements(Own) : TorchTensor.Elements(Pointer));

    /// <summary>Whether the elements lie in row-major order, without gaps.</summary>
    public bool IsContiguous => IsOwn ? Own->IsContiguous : TorchTensor.IsContiguous(Pointer);

    /// <summary>The size of the elements; a view counts as if they were its own.</summary>
    public long Bytes => Count * DTypeCodes.SizeOf(DType);

    private OwnTensor* Own => (OwnTensor*)(Pointer & ~OwnMark);

    /// <summary>A contiguous tensor whose elements are not set: in our own memory until libtorch is loaded.</summary>
    public static TensorHandle Empty(DType dtype, ReadOnlySpan<long> sizes) =>
        LibTorch.IsLoaded ? new(TorchTensor.Empty(dtype, sizes)) : EmptyOwn(dtype, sizes);

    /// <summary>The same in memory of our own.</summary>
    public static TensorHandle EmptyOwn(DType dtype, ReadOnlySpan<long> sizes) =>
        new(OwnTensor.Create(dtype, sizes));

    /// <summary>A tensor of memory that it does not own, and that must outlive it and its views.</summary>
    public static TensorHandle At(Address start, DType dtype, ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides) =>
        new(TorchTensor.At(start.Value, dtype, sizes, strides));

    /// <summary>Sets the strides of row-major order, and gives the number of elements.</summary>
    public static long ContiguousStrides(ReadOnlySpan<long> sizes, Span<long> strides)
    {
        var (stride, count) = (1L, 1L);
        for (var axis = sizes.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= Math.Max(sizes[axis], 1);
            count *= sizes[axis];
        }

        return count;
    }

    /// <summary>A second reference to the same tensor.</summary>
    public TensorHandle NewReference() =>
        IsOwn ? new(OwnTensor.AddReference(Own)) : new(TorchTensor.NewReference(Pointer));

    /// <summary>
    /// A view of the same memory with other sizes and strides; the offset counts elements from this tensor's first one.
    /// Nothing checks that it stays inside.
    /// </summary>
    public TensorHandle AsStrided(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, long offset) => IsOwn
        ? new(OwnTensor.View(Own, sizes, strides, offset))
        : new(TorchTensor.View(Pointer, sizes, strides, offset));

    public void Dispose()
    {
        if (IsOwn)
        {
            OwnTensor.Release(Own);
        }
        else if (Pointer != 0)
        {
            TorchTensor.Release(Pointer);
        }
    }

    public override string ToString() =>
        IsDefined ? $"{DType}[{string.Join(", ", Sizes.ToArray())}]" : "an undefined tensor";
}
