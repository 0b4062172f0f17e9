using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>A libtorch that is loaded and new enough.</summary>
internal sealed unsafe record LoadedLibrary(nint Handle, Version Version)
{
    private static readonly Version s_least = new(2, 10);

    /// <summary>Loads the libtorch at this path, and refuses one that is older than the functions we call.</summary>
    public static LoadedLibrary Open(string path)
    {
        Allocator.KeepFreedMemory();
        Allocator.MakeRoom();
        path = Path.GetFullPath(path); // the loader searches for what is not a full path
        LoadDependencies(Path.GetDirectoryName(path)!);
        var handle = NativeLibrary.Load(path);
        var version = NativeLibrary.TryGetExport(handle, "aoti_torch_abi_version", out var address)
            ? ToVersion(((delegate* unmanaged<ulong>)address)())
            : null;
        var library = new LoadedLibrary(handle, Require(version, path));
        TurnNnpackOff(handle);
        return library;
    }

    /// <summary>libtorch packs its version as 0xMMmmpp and five bytes of zeros.</summary>
    internal static Version ToVersion(ulong packed) =>
        new((int)(packed >> 56), (int)(packed >> 48 & 0xFF), (int)(packed >> 40 & 0xFF));

    internal static Version Require(Version? found, string path) =>
        found >= s_least ? found : throw new LibTorchVersionException(found, s_least, path);

    // libtorch for macOS looks for libomp where its builders have it; what is loaded already is not looked for.
    private static void LoadDependencies(string folder)
    {
        if (OperatingSystem.IsMacOS())
        {
            _ = NativeLibrary.TryLoad(Path.Combine(folder, "libomp.dylib"), out _);
            _ = NativeLibrary.TryLoad(Path.Combine(folder, "libc10.dylib"), out _);
        }
    }

    // Where the hardware lacks what NNPACK wants, libtorch tries it anew, and warns, in each convolution of one small
    // image. These two functions are not of the stable ABI: where they are missing, it warns.
    private static void TurnNnpackOff(nint library)
    {
        if (NativeLibrary.TryGetExport(library, "_ZN2at13globalContextEv", out var getContext)
            && NativeLibrary.TryGetExport(library, "_ZN2at7Context20setUserEnabledNNPACKEb", out var setEnabled))
        {
            var context = ((delegate* unmanaged<nint>)getContext)();
            ((delegate* unmanaged<nint, byte, void>)setEnabled)(context, 0);
        }
    }
}
