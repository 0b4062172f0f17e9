using System.Runtime.CompilerServices;
using Hornet.Native;

namespace Hornet.Tests;

/// <summary>What the build files say of libtorch agrees with what the code says.</summary>
public sealed class PackagingTests
{
    [Theory]
    [InlineData("linux-x64")]
    [InlineData("win-x64")]
    [InlineData("osx-arm64")]
    public void The_version_that_is_restored_is_the_one_that_is_looked_for(string platform) => Assert.Contains(
        $"Include=\"libtorch-cpu-{platform}\" Version=\"{LibTorch.PackageVersion}\"",
        Read("Directory.Packages.props"),
        StringComparison.Ordinal);

    [Fact]
    public void The_version_that_is_published_is_the_one_that_is_looked_for() => Assert.Contains(
        $"<HornetLibTorchVersion>{LibTorch.PackageVersion}</HornetLibTorchVersion>",
        Read("src/Hornet.Native/build/Hornet.Native.targets"),
        StringComparison.Ordinal);

    private static string Read(string path, [CallerFilePath] string file = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", path));
}
