using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>Finds and loads libtorch, once per process, at the first native call.</summary>
public static partial class LibTorch
{
    /// <summary>The environment variable that names a folder with libtorch; it is looked into first.</summary>
    public const string EnvironmentVariable = "HORNET_LIBTORCH";

    internal const string ImportName = "libtorch_cpu";

    private const int MmapThreshold = -3;
    private const int TrimThreshold = -1;
    private const int OneGibibyte = 1 << 30;

    /// <summary>The name of libtorch's main library on this system.</summary>
    public static string FileName { get; } =
        OperatingSystem.IsWindows() ? "torch_cpu.dll"
        : OperatingSystem.IsMacOS() ? "libtorch_cpu.dylib"
        : "libtorch_cpu.so";

    /// <summary>The version that Hornet is tested with. A folder of one's own may hold a later one.</summary>
    public const string PackageVersion = "2.10.0";

    /// <summary>The NuGet package that carries libtorch for this system.</summary>
    public static string PackageName { get; } = $"libtorch-cpu-{Platform}";

    private static string Platform =>
        OperatingSystem.IsWindows() ? "win-x64" : OperatingSystem.IsMacOS() ? "osx-arm64" : "linux-x64";

    /// <summary>The folders that may hold libtorch, in the order in which they are tried.</summary>
    public static IEnumerable<string> SearchFolders()
    {
        var native = Path.Combine("runtimes", Platform, "native");
        yield return AppContext.BaseDirectory;
        yield return Path.Combine(AppContext.BaseDirectory, native);

        if (Environment.GetEnvironmentVariable(EnvironmentVariable) is { Length: > 0 } chosen)
        {
            yield return chosen;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages");
        yield return Path.Combine(cache, PackageName, PackageVersion, native);
    }

    /// <summary>The path of libtorch in the first of the folders that holds it.</summary>
    public static string Find(IEnumerable<string> folders)
    {
        var tried = folders.ToArray();
        return tried.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists)
            ?? throw new LibTorchNotFoundException(tried);
    }

#pragma warning disable CA2255 // A library may use a module initializer to say where its imports are found.
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(LibTorch).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != ImportName)
        {
            return 0;
        }

        KeepFreedMemory();
        return NativeLibrary.Load(Find(SearchFolders()));
    }

    // By default glibc returns every large block to the system and pays the page faults again at the next one.
    private static void KeepFreedMemory()
    {
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out _))
        {
            _ = SetAllocatorOption(MmapThreshold, OneGibibyte);
            _ = SetAllocatorOption(TrimThreshold, OneGibibyte);
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    private static partial int SetAllocatorOption(int option, int value);
}
