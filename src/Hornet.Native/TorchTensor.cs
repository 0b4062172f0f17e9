using System.Runtime.CompilerServices;

namespace Hornet.Native;

/// <summary>What libtorch says of a tensor of its own, by its pointer.</summary>
/// <remarks>
/// None of it is inlined: .NET binds such short native functions when it compiles their caller, which would load
/// libtorch for tensors that do not need it.
/// </remarks>
internal static unsafe class TorchTensor
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsDefined(nint tensor) =>
        Exports.aoti_torch_is_defined(tensor, out var defined) == 0 && defined != 0;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static DType DType(nint tensor)
    {
        Check(Exports.aoti_torch_get_dtype(tensor, out var code), "get_dtype");
        return DTypeCodes.FromCode(code);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Rank(nint tensor)
    {
        Check(Exports.aoti_torch_get_dim(tensor, out var rank), "get_dim");
        return (int)rank;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long Count(nint tensor)
    {
        Check(Exports.aoti_torch_get_numel(tensor, out var count), "get_numel");
        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ReadOnlySpan<long> Sizes(nint tensor)
    {
        Check(Exports.aoti_torch_get_sizes(tensor, out var sizes), "get_sizes");
        return new(sizes, Rank(tensor));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ReadOnlySpan<long> Strides(nint tensor)
    {
        Check(Exports.aoti_torch_get_strides(tensor, out var strides), "get_strides");
        return new(strides, Rank(tensor));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static long StorageOffset(nint tensor)
    {
        Check(Exports.aoti_torch_get_storage_offset(tensor, out var offset), "get_storage_offset");
        return offset;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static DeviceType Device(nint tensor)
    {
        Check(Exports.aoti_torch_get_device_type(tensor, out var code), "get_device_type");
        return EnumCodes.ToDeviceType(code);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static nint Elements(nint tensor)
    {
        Check(Exports.aoti_torch_get_data_ptr(tensor, out var data), "get_data_ptr");
        return (nint)data;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsContiguous(nint tensor)
    {
        Check(Exports.aoti_torch_is_contiguous(tensor, out var contiguous), "is_contiguous");
        return contiguous != 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static nint Empty(DType dtype, ReadOnlySpan<long> sizes)
    {
        Span<long> strides = stackalloc long[sizes.Length];
        TensorHandle.ContiguousStrides(sizes, strides);
        fixed (long* size = sizes, step = strides)
        {
            var code = DTypeCodes.ToCode(dtype);
            var cpu = EnumCodes.ToCode(DeviceType.Cpu);
            var failed = Exports.aoti_torch_empty_strided(sizes.Length, size, step, code, cpu, 0, out var tensor);
            Check(failed, "empty_strided");
            return tensor;
        }
    }

    /// <summary>One of memory that it does not own.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static nint At(nint start, DType dtype, ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        fixed (long* size = sizes, step = strides)
        {
            var code = DTypeCodes.ToCode(dtype);
            var cpu = EnumCodes.ToCode(DeviceType.Cpu);
            var failed = Exports.aoti_torch_create_tensor_from_blob(
                start, sizes.Length, size, step, 0, code, cpu, 0, out var tensor);
            Check(failed, "create_tensor_from_blob");
            return tensor;
        }
    }

    /// <summary>One that shares another's memory; the offset counts from the other's first element.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static nint View(nint tensor, ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, long offset)
    {
        fixed (long* size = sizes, step = strides)
        {
            var failed = Exports.aoti_torch__reinterpret_tensor(
                tensor, sizes.Length, size, step, offset, out var view);
            Check(failed, "_reinterpret_tensor");
            return view;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Copy(nint from, nint to) =>
        Check(Exports.aoti_torch_copy_(to, from, nonBlocking: 0), "copy_");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static nint NewReference(nint tensor)
    {
        Check(Exports.aoti_torch_new_tensor_handle(tensor, out var copy), "new_tensor_handle");
        return copy;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Release(nint tensor) => _ = Exports.aoti_torch_delete_tensor_object(tensor);

    private static void Check(int failed, string function)
    {
        if (failed != 0)
        {
            throw new LibTorchException(function, string.Empty, LastError.Text);
        }
    }
}
