using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>How glibc's allocator treats what libtorch frees.</summary>
internal static partial class Allocator
{
    private const int MmapThreshold = -3;
    private const int TrimThreshold = -1;
    private const int HugePages = 14;
    private const int Mebibyte = 1 << 20;

    // musl has another name, and none of this.
    private static bool IsGlibc => OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out _);

    /// <summary>Lets freed blocks stay in the process, for the next tensors.</summary>
    /// <remarks>
    /// By default every larger block goes back to the system, and the next one pays its page faults again: 16,384 for
    /// the 64 MiB of <c>a + b</c> of 16M floats, instead of 3. Blocks of 256 MiB and more still go back at once: a few
    /// huge ones do not stay, and a higher limit gains nothing for the others.
    /// </remarks>
    public static void KeepFreedMemory()
    {
        if (!IsGlibc)
        {
            return;
        }

        // glibc before 2.35 refuses more than 32 MiB.
        if (SetOption(MmapThreshold, 256 * Mebibyte) == 0)
        {
            _ = SetOption(MmapThreshold, 32 * Mebibyte);
        }

        _ = SetOption(TrimThreshold, 512 * Mebibyte);
    }

    /// <summary>Makes room for the 50 MB that libtorch's initializers allocate in small pieces.</summary>
    /// <remarks>
    /// The heap of a thread grows page by page, by 10,000 calls of the system. Grown at once, and of huge pages where
    /// there are such, it lets libtorch load in 170 ms instead of 200.
    /// </remarks>
    public static unsafe void MakeRoom()
    {
        if (IsGlibc)
        {
            // A thread's heap ends after 64 MiB; what is more comes by the way of large blocks, and is not kept.
            const int Size = 56 * Mebibyte;
            var room = NativeMemory.Alloc(Size);
            var page = (nint)Environment.SystemPageSize;
            var start = ((nint)room + page - 1) / page * page;
            _ = Advise(start, Size - (2 * page), HugePages);
            NativeMemory.Free(room);
        }
    }

    /// <summary>Gives all memory that is free back to the system: after a peak, before a long rest.</summary>
    /// <remarks>The heap's end alone seldom shrinks: small objects that outlive a peak lie on top of it.</remarks>
    public static void ReleaseFreedMemory()
    {
        if (IsGlibc)
        {
            _ = Trim(0);
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);

    [LibraryImport("libc.so.6", EntryPoint = "madvise")]
    private static partial int Advise(nint start, nint length, int advice);

    [LibraryImport("libc.so.6", EntryPoint = "malloc_trim")]
    private static partial int Trim(nuint kept);
}
