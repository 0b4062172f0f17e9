using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <content>
/// Kernels that are called without the dispatcher: arguments are borrowed, results belong to the caller. A list is a
/// pointer and a length, what is optional is a pointer or null, and a bool is 32 bits.
/// </content>
internal static unsafe partial class Exports
{
    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_add_Tensor(nint self, nint other, double alpha, out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_mul_Tensor(nint self, nint other, out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_pow_Tensor_Tensor(nint self, nint exponent, out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_pow_Tensor_Scalar(nint self, double exponent, out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_aten_full(
        long* size, long sizeLength, double value, int* dtype, int* layout, int* device, int deviceIndex, int* pinned,
        out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_mm_out(nint result, nint self, nint other);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_bmm_out(nint result, nint self, nint other);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_addmm_out(
        nint result, nint self, nint left, nint right, double beta, double alpha);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_reshape(nint self, long* shape, long shapeLength, out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_cat(nint* tensors, long tensorsLength, long dim, out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_cumsum(nint self, long dim, int* dtype, out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_cumprod(nint self, long dim, int* dtype, out nint result);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_topk(
        nint self, long k, long dim, int largest, int sorted, out nint values, out nint indices);

    [LibraryImport(Library)]
    public static partial int aoti_torch_aten_amax(nint self, long* dim, long dimLength, int keepdim, out nint result);
}
