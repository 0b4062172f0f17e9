using System.Reflection;

namespace Benchmarks;

/// <summary>Where the packages of the peers are: the project file has written it into this assembly.</summary>
internal static class NuGetPackages
{
    public static string Folder(string name) =>
        typeof(NuGetPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(item => item.Key == name).Value!;
}
