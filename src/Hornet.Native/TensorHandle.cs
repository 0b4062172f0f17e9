namespace Hornet.Native;

/// <summary>One counted reference to a libtorch tensor. Whoever receives one owns it, and disposes it once.</summary>
/// <remarks>
/// A bare pointer, so that a compiled step handles thousands of tensors without managed allocations. Users never
/// see it: <c>EagerTensor</c> owns one, with a finalizer.
/// </remarks>
internal readonly unsafe partial record struct TensorHandle(nint Pointer) : IDisposable
{
    /// <summary>Whether there is a tensor: an op gives an undefined one for a result that was not asked for.</summary>
    public bool IsDefined => Pointer != 0
        && Exports.aoti_torch_is_defined(Pointer, out var defined) == 0
        && defined != 0;

    public DType DType
    {
        get
        {
            Check(Exports.aoti_torch_get_dtype(Pointer, out var code), "get_dtype");
            return DTypeCodes.FromCode(code);
        }
    }

    /// <summary>The number of axes.</summary>
    public int Rank
    {
        get
        {
            Check(Exports.aoti_torch_get_dim(Pointer, out var rank), "get_dim");
            return (int)rank;
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

    /// <summary>The sizes of the axes: libtorch's own memory, valid as long as the handle.</summary>
    public ReadOnlySpan<long> Sizes
    {
        get
        {
            Check(Exports.aoti_torch_get_sizes(Pointer, out var sizes), "get_sizes");
            return new ReadOnlySpan<long>(sizes, Rank);
        }
    }

    /// <summary>The steps between elements along the axes: libtorch's memory, valid as long as the handle.</summary>
    public ReadOnlySpan<long> Strides
    {
        get
        {
            Check(Exports.aoti_torch_get_strides(Pointer, out var strides), "get_strides");
            return new ReadOnlySpan<long>(strides, Rank);
        }
    }

    /// <summary>How many elements of the shared memory lie before the first one.</summary>
    public long StorageOffset
    {
        get
        {
            Check(Exports.aoti_torch_get_storage_offset(Pointer, out var offset), "get_storage_offset");
            return offset;
        }
    }

    /// <summary>Where the elements lie.</summary>
    public DeviceType Device
    {
        get
        {
            Check(Exports.aoti_torch_get_device_type(Pointer, out var code), "get_device_type");
            return EnumCodes.ToDeviceType(code);
        }
    }

    /// <summary>Where the first element lies.</summary>
    public Address Address
    {
        get
        {
            Check(Exports.aoti_torch_get_data_ptr(Pointer, out var data), "get_data_ptr");
            return new Address((nint)data);
        }
    }

    /// <summary>Whether the elements lie in row-major order, without gaps.</summary>
    public bool IsContiguous
    {
        get
        {
            Check(Exports.aoti_torch_is_contiguous(Pointer, out var contiguous), "is_contiguous");
            return contiguous != 0;
        }
    }

    /// <summary>The size of the elements; a view counts as if they were its own.</summary>
    public long Bytes => Count * DTypeCodes.SizeOf(DType);

    /// <summary>A contiguous tensor whose elements are not set.</summary>
    public static TensorHandle Empty(DType dtype, ReadOnlySpan<long> sizes)
    {
        Span<long> strides = stackalloc long[sizes.Length];
        ContiguousStrides(sizes, strides);
        fixed (long* size = sizes, step = strides)
        {
            var code = DTypeCodes.ToCode(dtype);
            var cpu = EnumCodes.ToCode(DeviceType.Cpu);
            var failed = Exports.aoti_torch_empty_strided(sizes.Length, size, step, code, cpu, 0, out var tensor);
            Check(failed, "empty_strided");
            return new TensorHandle(tensor);
        }
    }

    /// <summary>A tensor of memory that it does not own, and that must outlive it and its views.</summary>
    public static TensorHandle At(Address start, DType dtype, ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        fixed (long* size = sizes, step = strides)
        {
            var code = DTypeCodes.ToCode(dtype);
            var cpu = EnumCodes.ToCode(DeviceType.Cpu);
            var failed = Exports.aoti_torch_create_tensor_from_blob(
                start.Value, sizes.Length, size, step, 0, code, cpu, 0, out var tensor);
            Check(failed, "create_tensor_from_blob");
            return new TensorHandle(tensor);
        }
    }

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
    public TensorHandle NewReference()
    {
        Check(Exports.aoti_torch_new_tensor_handle(Pointer, out var copy), "new_tensor_handle");
        return new TensorHandle(copy);
    }

    /// <summary>
    /// A view of the same memory with other sizes and strides; the offset counts elements from this tensor's first one.
    /// Nothing checks that it stays inside.
    /// </summary>
    public TensorHandle AsStrided(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, long offset)
    {
        fixed (long* size = sizes, step = strides)
        {
            var failed = Exports.aoti_torch__reinterpret_tensor(
                Pointer, sizes.Length, size, step, offset, out var view);
            Check(failed, "_reinterpret_tensor");
            return new TensorHandle(view);
        }
    }

    public void Dispose()
    {
        if (Pointer != 0)
        {
            _ = Exports.aoti_torch_delete_tensor_object(Pointer);
        }
    }

    public override string ToString() =>
        IsDefined ? $"{DType}[{string.Join(", ", Sizes.ToArray())}]" : "an undefined tensor";

    private static void Check(int failed, string function)
    {
        if (failed != 0)
        {
            throw new LibTorchException(function, string.Empty, LastError.Text);
        }
    }
}
