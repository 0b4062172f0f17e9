using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <content>The numbers that only libtorch knows.</content>
internal static partial class Exports
{
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

    [LibraryImport(Library)]
    public static partial int aoti_torch_device_type_cpu();

    [LibraryImport(Library)]
    public static partial int aoti_torch_device_type_cuda();

    [LibraryImport(Library)]
    public static partial int aoti_torch_device_type_meta();

    [LibraryImport(Library)]
    public static partial int aoti_torch_memory_format_contiguous_format();

    [LibraryImport(Library)]
    public static partial int aoti_torch_memory_format_channels_last();

    [LibraryImport(Library)]
    public static partial int aoti_torch_memory_format_channels_last_3d();

    [LibraryImport(Library)]
    public static partial int aoti_torch_memory_format_preserve_format();
}
