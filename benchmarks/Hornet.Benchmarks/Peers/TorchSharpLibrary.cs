using System.Runtime.InteropServices;
using Hornet.Native;

namespace Benchmarks;

/// <summary>Loads TorchSharp's native library on the libtorch that Hornet uses.</summary>
/// <remarks>
/// It was built with a newer libstdc++ than Debian 12, Ubuntu 22.04 and RHEL 9 have, and needs nothing of what is new
/// in it: a copy that asks for that version weakly loads and runs there.
/// </remarks>
internal static class TorchSharpLibrary
{
    private const string MissingVersion = "GLIBCXX_3.4.32";

    private static readonly string[] s_dependencies = ["c10", "torch_cpu", "torch"];

    /// <summary>Must be called before TorchSharp is used, which finds by its name what is loaded already.</summary>
    public static void Load()
    {
        var torchFolder = Path.GetDirectoryName(LibTorch.Find(LibTorch.SearchFolders()))!;
        foreach (var name in s_dependencies)
        {
            NativeLibrary.Load(Path.Combine(torchFolder, FileName(name)));
        }

        var bytes = File.ReadAllBytes(Path.Combine(NativeFolder(), FileName("LibTorchSharp")));
        if (OperatingSystem.IsLinux())
        {
            ElfVersions.MakeWeak(bytes, MissingVersion);
        }

        LoadCopy(bytes);
    }

    private static void LoadCopy(byte[] library)
    {
        var folder = Directory.CreateTempSubdirectory("hornet-bench-");
        try
        {
            var copy = Path.Combine(folder.FullName, FileName("LibTorchSharp"));
            File.WriteAllBytes(copy, library);
            NativeLibrary.Load(copy);
        }
        finally
        {
            if (!OperatingSystem.IsWindows()) // which keeps a loaded file locked
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static string NativeFolder()
    {
        return Path.Combine(NuGetPackages.Folder("TorchSharp"), "runtimes", Platform, "native");
    }

    private static string Platform =>
        OperatingSystem.IsWindows() ? "win-x64" : OperatingSystem.IsMacOS() ? "osx-arm64" : "linux-x64";

    private static string FileName(string name) =>
        OperatingSystem.IsWindows() ? $"{name}.dll"
        : OperatingSystem.IsMacOS() ? $"lib{name}.dylib"
        : $"lib{name}.so";
}
