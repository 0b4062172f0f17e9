namespace Hornet.Native;

/// <summary>Between <see cref="DType"/> and libtorch's numbers, which only libtorch knows.</summary>
internal static class DTypeCodes
{
    private static int[]? s_codes;

    // Not a static initializer: that would wrap a LibTorchNotFoundException in a TypeInitializationException.
    private static int[] Codes => s_codes ??= // in the order of DType
    [
        Exports.aoti_torch_dtype_float32(),
        Exports.aoti_torch_dtype_float64(),
        Exports.aoti_torch_dtype_float16(),
        Exports.aoti_torch_dtype_bfloat16(),
        Exports.aoti_torch_dtype_float8_e4m3fn(),
        Exports.aoti_torch_dtype_float8_e5m2(),
        Exports.aoti_torch_dtype_int8(),
        Exports.aoti_torch_dtype_int16(),
        Exports.aoti_torch_dtype_int32(),
        Exports.aoti_torch_dtype_int64(),
        Exports.aoti_torch_dtype_uint8(),
        Exports.aoti_torch_dtype_uint16(),
        Exports.aoti_torch_dtype_uint32(),
        Exports.aoti_torch_dtype_uint64(),
        Exports.aoti_torch_dtype_bool(),
        Exports.aoti_torch_dtype_complex64(),
        Exports.aoti_torch_dtype_complex128(),
    ];

    public static int ToCode(DType dtype) => dtype != DType.String
        ? Codes[(int)dtype]
        : throw new NotSupportedException("Text cannot be computed with: libtorch has no string tensors.");

    public static DType FromCode(int code) => Array.IndexOf(Codes, code) is >= 0 and var dtype
        ? (DType)dtype
        : throw new NotSupportedException($"libtorch gave a tensor of a dtype that Hornet does not know: code {code}.");

    /// <summary>The bytes of one element.</summary>
    public static int SizeOf(DType dtype) => dtype switch
    {
        DType.Float64 or DType.Int64 or DType.UInt64 or DType.Complex64 => 8,
        DType.Complex128 => 16,
        DType.Float32 or DType.Int32 or DType.UInt32 => 4,
        DType.Float16 or DType.BFloat16 or DType.Int16 or DType.UInt16 => 2,
        _ => 1,
    };
}
