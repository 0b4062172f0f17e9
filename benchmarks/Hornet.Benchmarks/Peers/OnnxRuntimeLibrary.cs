using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace Benchmarks;

/// <summary>Finds ONNX Runtime's native library in the NuGet cache: a copy for every platform is 200 MB.</summary>
internal static class OnnxRuntimeLibrary
{
    private static readonly Lazy<bool> s_isLoaded = new(SetResolver);

    /// <summary>Must be called before ONNX Runtime is used.</summary>
    public static void Load() => _ = s_isLoaded.Value;

    private static bool SetResolver()
    {
        OrtEnv.DisableDllImportResolver = true; // its own looks next to the application
        NativeLibrary.SetDllImportResolver(
            typeof(OrtEnv).Assembly,
            (name, _, _) => name == "onnxruntime" ? NativeLibrary.Load(FilePath) : 0);
        return true;
    }

    private static string FilePath
    {
        get
        {
            var (platform, file) =
                OperatingSystem.IsWindows() ? ("win-x64", "onnxruntime.dll")
                : OperatingSystem.IsMacOS() ? ("osx-arm64", "libonnxruntime.dylib")
                : ("linux-x64", "libonnxruntime.so");
            return Path.Combine(NuGetPackages.Folder("OnnxRuntime"), "runtimes", platform, "native", file);
        }
    }
}
