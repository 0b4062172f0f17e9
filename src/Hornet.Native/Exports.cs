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
    public static partial int torch_new_list_reserve_size(nuint size, out nint list);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int torch_list_push_back(nint list, ulong value);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int torch_list_size(nint list, out nuint size);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int torch_list_get_item(nint list, nuint index, out ulong value);

    [LibraryImport(Library)]
    public static partial int torch_delete_list(nint list);

    [LibraryImport(Library)]
    public static partial int torch_new_string_handle(byte* data, nuint length, out nint text);

    [LibraryImport(Library)]
    public static partial int torch_parallel_for(
        long begin, long end, long grain, delegate* unmanaged<long, long, void*, void> body, void* context);

    [LibraryImport(Library)]
    public static partial int torch_get_num_threads(out uint count);

    [LibraryImport(Library)]
    public static partial void aoti_torch_grad_mode_set_enabled([MarshalAs(UnmanagedType.U1)] bool enabled);
}
