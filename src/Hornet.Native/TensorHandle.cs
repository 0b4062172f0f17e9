namespace Hornet.Native;

/// <summary>One counted reference to a libtorch tensor. Whoever receives one owns it, and disposes it once.</summary>
/// <remarks>
/// A bare pointer, so that a compiled step handles thousands of tensors without managed allocations. Users never
/// see it: <c>EagerTensor</c> owns one, with a finalizer.
/// </remarks>
internal readonly unsafe record struct TensorHandle(nint Pointer) : IDisposable
{
    public DType DType
    {
        get
        {
            Check(Exports.aoti_torch_get_dtype(Pointer, out var code), "get_dtype");
            return DTypeCodes.FromCode(code);
        }
    }

    /// <summary>The sizes of the axes: libtorch's own memory, valid as long as the handle.</summary>
    public ReadOnlySpan<long> Sizes
    {
        get
        {
            Check(Exports.aoti_torch_get_dim(Pointer, out var rank), "get_dim");
            Check(Exports.aoti_torch_get_sizes(Pointer, out var sizes), "get_sizes");
            return new ReadOnlySpan<long>(sizes, (int)rank);
        }
    }

    /// <summary>The size of the elements; a view counts as if they were its own.</summary>
    public long Bytes => Count * DTypeCodes.SizeOf(DType);

    /// <summary>Whether the elements lie in row-major order without gaps.</summary>
    public bool IsContiguous
    {
        get
        {
            Check(Exports.aoti_torch_is_contiguous(Pointer, out var contiguous), "is_contiguous");
            return contiguous;
        }
    }

    /// <summary>The number of elements.</summary>
    public long Count
    {
        get
        {
            Check(Exports.aoti_torch_get_numel(Pointer, out var count), "get_numel");
            return count;
        }
    }

    /// <summary>A contiguous tensor with a copy of the elements.</summary>
    public static TensorHandle From<T>(ReadOnlySpan<T> elements, ReadOnlySpan<long> sizes, DType dtype)
        where T : unmanaged
    {
        var tensor = Empty(dtype, sizes);
        elements.CopyTo(tensor.Elements<T>());
        return tensor;
    }

    /// <summary>A second reference to the same tensor.</summary>
    public TensorHandle NewReference()
    {
        Check(Exports.aoti_torch_new_tensor_handle(Pointer, out var copy), "new_tensor_handle");
        return new TensorHandle(copy);
    }

    /// <summary>Copies the elements, in row-major order whatever the strides.</summary>
    public void CopyTo<T>(Span<T> destination)
        where T : unmanaged
    {
        using var contiguous = Empty(DType, Sizes);
        Check(Exports.aoti_torch_copy_(contiguous.Pointer, Pointer, nonBlocking: 0), "copy_");
        contiguous.Elements<T>().CopyTo(destination);
    }

    public void Dispose()
    {
        if (Pointer != 0)
        {
            _ = Exports.aoti_torch_delete_tensor_object(Pointer);
        }
    }

    public override string ToString() => $"{DType}[{string.Join(", ", Sizes.ToArray())}]";

    /// <summary>A contiguous tensor whose elements are not set.</summary>
    public static TensorHandle Empty(DType dtype, ReadOnlySpan<long> sizes)
    {
        Span<long> strides = stackalloc long[sizes.Length];
        var stride = 1L;
        for (var axis = sizes.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= Math.Max(sizes[axis], 1);
        }

        fixed (long* size = sizes, step = strides)
        {
            var code = DTypeCodes.ToCode(dtype);
            var cpu = Exports.aoti_torch_device_type_cpu();
            var failed = Exports.aoti_torch_empty_strided(sizes.Length, size, step, code, cpu, 0, out var tensor);
            Check(failed, "empty_strided");
            return new TensorHandle(tensor);
        }
    }

    private static void Check(int failed, string function)
    {
        if (failed != 0)
        {
            throw new LibTorchException(function, string.Empty);
        }
    }

    /// <summary>The elements of a contiguous tensor: libtorch's own memory, valid as long as the handle.</summary>
    public Span<T> Elements<T>()
        where T : unmanaged
    {
        if (sizeof(T) != DTypeCodes.SizeOf(DType))
        {
            throw new ArgumentException($"The tensor's elements are {DType}. Received: {typeof(T).Name}.");
        }

        Check(Exports.aoti_torch_get_data_ptr(Pointer, out var data), "get_data_ptr");
        return new Span<T>(data, checked((int)Count));
    }
}
