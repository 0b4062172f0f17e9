using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>How glibc's allocator treats what libtorch frees.</summary>
internal static partial class Allocator
{
    private const int MmapThreshold = -3;
    private const int TrimThreshold = -1;
    private const int Mebibyte = 1 << 20;

    /// <summary>Lets freed blocks stay in the process, within limits.</summary>
    /// <remarks>
    /// By default every block of some size goes back to the system, and the next one pays its page faults again:
    /// 16,384 for the 64 MiB of <c>a + b</c> of 16M floats, instead of 3. Larger limits gain nothing there, and hold
    /// more memory after a peak.
    /// </remarks>
    public static void KeepFreedMemory()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out _))
        {
            return; // musl has neither the problem nor the function
        }

        // glibc before 2.35 refuses more than 32 MiB.
        if (SetOption(MmapThreshold, 256 * Mebibyte) == 0)
        {
            _ = SetOption(MmapThreshold, 32 * Mebibyte);
        }

        _ = SetOption(TrimThreshold, 512 * Mebibyte);
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
