using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hornet.Native;

/// <summary>Finds and loads libtorch, once per process, at the first native call.</summary>
public static class LibTorch
{
    /// <summary>The environment variable that names a folder with libtorch. Where set, no other is tried.</summary>
    public const string EnvironmentVariable = "HORNET_LIBTORCH";

    /// <summary>The version that Hornet is tested with. A folder of one's own may hold a later one.</summary>
    public const string PackageVersion = "2.10.0";

    internal const string ImportName = "libtorch_cpu";

    // Lazy, not a static initializer: that would bury the message in a TypeInitializationException.
    private static readonly Lazy<LoadedLibrary> s_library = new(() => LoadedLibrary.Open(
        Find(Environment.GetEnvironmentVariable(EnvironmentVariable), SearchFolders())));

    /// <summary>The version of the libtorch in use. Asking for it loads libtorch.</summary>
    public static Version Version => s_library.Value.Version;

    /// <summary>The name of libtorch's main library on this system.</summary>
    public static string FileName { get; } =
        OperatingSystem.IsWindows() ? "torch_cpu.dll"
        : OperatingSystem.IsMacOS() ? "libtorch_cpu.dylib"
        : "libtorch_cpu.so";

    /// <summary>The NuGet package that carries libtorch for this system; some systems have none.</summary>
    public static string PackageName { get; } = $"libtorch-cpu-{Platform}";

    /// <summary>Whether it is there: what can be computed without it does not load it.</summary>
    internal static bool IsLoaded => s_library.IsValueCreated;

    internal static bool HasPackage => Platform is "linux-x64" or "win-x64" or "osx-arm64";

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture}".ToLowerInvariant();
        }
    }

    /// <summary>The folders that may hold libtorch, in the order in which they are tried.</summary>
    public static IEnumerable<string> SearchFolders()
    {
        var chosen = Environment.GetEnvironmentVariable(EnvironmentVariable);
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES");
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return SearchFolders(
            chosen,
            AppContext.BaseDirectory,
            string.IsNullOrEmpty(packages) ? Path.Combine(home, ".nuget", "packages") : packages);
    }

    /// <summary>The path of libtorch in the first of the folders that holds it.</summary>
    public static string Find(IEnumerable<string> folders)
    {
        var tried = folders.ToArray();
        return tried.Select(folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists)
            ?? throw new LibTorchNotFoundException(tried);
    }

    internal static string Find(string? chosen, IEnumerable<string> folders) =>
        string.IsNullOrEmpty(chosen) || File.Exists(Path.Combine(chosen, FileName))
            ? Find(folders)
            : throw new LibTorchNotFoundException(chosen);

    internal static IEnumerable<string> SearchFolders(string? chosen, string application, string packages)
    {
        var native = Path.Combine("runtimes", Platform, "native");
        return !string.IsNullOrEmpty(chosen)
            ? [chosen] // someone who names a folder must not get another libtorch in silence
            :
            [
                application,
                Path.Combine(application, native),
                Path.Combine(packages, PackageName, PackageVersion, native),
            ];
    }

    /// <summary>Loads it, unless it is there.</summary>
    /// <exception cref="LibTorchNotFoundException">It is nowhere.</exception>
    internal static void Load() => _ = s_library.Value;

    /// <summary>Loads libtorch on a thread of its own, while the caller does what does not need it.</summary>
    /// <returns>Waits for the end when it is disposed. Whoever calls libtorch meanwhile waits, too, and gets what went
    /// wrong as an exception.</returns>
    internal static IDisposable? BeginLoading() => IsLoaded ? null : new BackgroundLoad(s_library);

    /// <summary>A function that only later versions export.</summary>
    internal static bool TryGetExport(string name, out nint address) =>
        NativeLibrary.TryGetExport(s_library.Value.Handle, name, out address);

#pragma warning disable CA2255 // A library may use a module initializer to say where its imports are found.
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(LibTorch).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == ImportName ? s_library.Value.Handle : 0;
}
