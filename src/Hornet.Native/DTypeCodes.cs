namespace Hornet.Native;

/// <summary>Between <see cref="DType"/> and libtorch's numbers, which only libtorch knows.</summary>
internal static class DTypeCodes
{
    private static int[]? s_codes;
    private static int[]? s_dtypes;

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

    // By code; -1 where Hornet has no such dtype. Every call asks for dtypes, so no search.
    private static int[] DTypes => s_dtypes ??= [.. Enumerable
        .Range(0, Codes.Max() + 1)
        .Select(code => Array.IndexOf(Codes, code))];

    public static int ToCode(DType dtype) => dtype != DType.String
        ? Codes[(int)dtype]
        : throw new NotSupportedException("Text cannot be computed with: libtorch has no string tensors.");

    public static DType FromCode(int code)
    {
        var dtypes = DTypes;
        return (uint)code < (uint)dtypes.Length && dtypes[code] >= 0
            ? (DType)dtypes[code]
            : throw new NotSupportedException(
                $"Expected a tensor of one of Hornet's dtypes. Received: one of libtorch's dtype number {code}.");
    }

    /// <summary>The bytes of one element.</summary>
    public static int SizeOf(DType dtype) => dtype switch
    {
        DType.Complex128 => 16,
        DType.Float64 or DType.Int64 or DType.UInt64 or DType.Complex64 => 8,
        DType.Float32 or DType.Int32 or DType.UInt32 => 4,
        DType.Float16 or DType.BFloat16 or DType.Int16 or DType.UInt16 => 2,
        DType.Float8E4M3FN or DType.Float8E5M2 or DType.Int8 or DType.UInt8 or DType.Bool => 1,
        _ => throw new NotSupportedException("Text has no size of its own: libtorch has no string tensors."),
    };
}
