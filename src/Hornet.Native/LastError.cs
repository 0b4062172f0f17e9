using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>libtorch's own text about the call that failed last on this thread.</summary>
internal static unsafe class LastError
{
    private static readonly Lazy<nint> s_getText = new(() =>
        LibTorch.TryGetExport("torch_exception_get_what_without_backtrace", out var address) ? address : 0);

    /// <summary>The text, or null: libtorch before 2.13 only writes it to the standard error stream.</summary>
    public static string? Text => s_getText.Value != 0
        ? Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)s_getText.Value)())
        : null;
}
