using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>The functions of PyTorch's stable C ABI that Hornet uses; most return 0 on success.</summary>
internal static unsafe partial class Exports
{
    /// <summary>The libtorch version whose conventions we follow: 2.10.0.</summary>
    public const ulong Version = 0x020A000000000000;

    private const string Library = LibTorch.ImportName;

    [LibraryImport(Library)]
    public static partial int torch_call_dispatcher(byte* op, byte* overload, ulong* stack, ulong version);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_add_Tensor(nint self, nint other, double alpha, out nint result);

    [LibraryImport(Library)]
    public static partial int torch_new_string_handle(byte* data, nuint length, out nint handle);

    [LibraryImport(Library)]
    public static partial int torch_new_list_reserve_size(nuint size, out nint list);

    [LibraryImport(Library)]
    public static partial int torch_list_push_back(nint list, ulong value);

    [LibraryImport(Library)]
    public static partial int torch_list_get_item(nint list, nuint index, out ulong value);

    [LibraryImport(Library)]
    public static partial int torch_delete_list(nint list);

    [LibraryImport(Library)]
    public static partial int aoti_torch_new_tensor_handle(nint tensor, out nint copy);

    [LibraryImport(Library)]
    public static partial int aoti_torch_delete_tensor_object(nint tensor);

    [LibraryImport(Library)]
    public static partial int aoti_torch_empty_strided(
        long rank, long* sizes, long* strides, int dtype, int deviceType, int deviceIndex, out nint tensor);

    [LibraryImport(Library)]
    public static partial int aoti_torch_copy_(nint destination, nint source, int nonBlocking);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_data_ptr(nint tensor, out void* data);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_numel(nint tensor, out long count);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_dim(nint tensor, out long rank);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_sizes(nint tensor, out long* sizes);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_get_dtype(nint tensor, out int dtype);

    [LibraryImport(Library)]
    public static partial void aoti_torch_grad_mode_set_enabled([MarshalAs(UnmanagedType.U1)] bool enabled);

    [LibraryImport(Library)]
    public static partial int aoti_torch_device_type_cpu();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_float32();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_float64();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_float16();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_bfloat16();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_float8_e4m3fn();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_float8_e5m2();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_int8();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_int16();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_int32();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_int64();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_uint8();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_uint16();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_uint32();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_uint64();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_bool();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_complex64();

    [LibraryImport(Library)]
    public static partial int aoti_torch_dtype_complex128();
}
