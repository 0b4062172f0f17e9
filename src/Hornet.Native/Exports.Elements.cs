using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <content>What kernels in C# ask of a tensor, and the shims of ops that take Scalars.</content>
internal static unsafe partial class Exports
{
    [LibraryImport(Library), SuppressGCTransition]
    public static partial int aoti_torch_is_contiguous(nint tensor, [MarshalAs(UnmanagedType.U1)] out bool contiguous);

    [LibraryImport(Library)]
    public static partial int aoti_torch_cpu_pow_Tensor_Scalar(nint self, double exponent, out nint result);
}
