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

    [Theory]
    [InlineData("linux-x64")]
    [InlineData("win-x64")]
    [InlineData("osx-arm64")]
    public void For_each_platform_with_a_libtorch_the_packages_carry_an_image(string platform)
    {
        Assert.Contains(platform, Line("build.sh", "for platform in "), StringComparison.Ordinal);
        Assert.Contains($"runtimes/{platform}/lib/net10.0", Read("Directory.Build.targets"), StringComparison.Ordinal);
    }

    private static string Line(string path, string start) =>
        Read(path).Split('\n').Single(line => line.TrimStart().StartsWith(start, StringComparison.Ordinal));

    private static string Read(string path, [CallerFilePath] string file = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", path));
}
