using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <content>What a tensor is made of.</content>
internal static unsafe partial class Exports
{
    [LibraryImport(Library)]
    public static partial int aoti_torch_new_tensor_handle(nint tensor, out nint copy);

    [LibraryImport(Library)]
    public static partial int aoti_torch_delete_tensor_object(nint tensor);

    [LibraryImport(Library)]
    public static partial int aoti_torch_empty_strided(
        long rank, long* sizes, long* strides, int dtype, int deviceType, int deviceIndex, out nint tensor);

    [LibraryImport(Library)]
    public static partial int aoti_torch_create_tensor_from_blob(
        nint data, long rank, long* sizes, long* strides, long offset, int dtype, int deviceType, int deviceIndex,
        out nint tensor);

    [LibraryImport(Library)]
    public static partial int aoti_torch__reinterpret_tensor(
        nint self, long rank, long* sizes, long* strides, long offset, out nint view);

    [LibraryImport(Library)]
    public static partial int aoti_torch_copy_(nint destination, nint source, int nonBlocking);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_is_defined(nint tensor, out byte defined);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_data_ptr(nint tensor, out void* data);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_numel(nint tensor, out long count);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_dim(nint tensor, out long rank);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_sizes(nint tensor, out long* sizes);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_strides(nint tensor, out long* strides);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_storage_offset(nint tensor, out long offset);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_is_contiguous(nint tensor, out byte contiguous);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_dtype(nint tensor, out int dtype);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_device_type(nint tensor, out int deviceType);
}
