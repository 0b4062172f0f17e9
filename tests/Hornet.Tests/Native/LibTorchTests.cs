using Hornet.Native;

namespace Hornet.Tests;

public sealed class LibTorchTests
{
    [Fact]
    public void Is_found_in_the_first_folder_that_holds_it()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        File.WriteAllText(Path.Combine(folder, LibTorch.FileName), string.Empty);

        Assert.Equal(Path.Combine(folder, LibTorch.FileName), LibTorch.Find(["/nowhere", folder, "/elsewhere"]));
    }

    [Fact]
    public void Where_it_is_missing_the_error_says_where_it_was_looked_for_and_what_to_do()
    {
        var e = Assert.Throws<LibTorchNotFoundException>(() => LibTorch.Find(["/nowhere"]));

        Assert.Contains("/nowhere", e.Message, StringComparison.Ordinal);
        Assert.Contains("HORNET_LIBTORCH", e.Message, StringComparison.Ordinal);
        Assert.Contains(LibTorch.FileName, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_looked_for_next_to_the_application_and_then_in_the_package_cache()
    {
        var folders = LibTorch.SearchFolders(chosen: null, "app", "cache").ToArray();

        Assert.Equal("app", folders[0]);
        Assert.StartsWith(Path.Combine("app", "runtimes"), folders[1], StringComparison.Ordinal);
        Assert.StartsWith(Path.Combine("cache", LibTorch.PackageName, "2.10.0"), folders[2], StringComparison.Ordinal);
        Assert.Equal(3, folders.Length);
    }

    [Fact]
    public void A_chosen_folder_is_the_only_one() =>
        Assert.Equal(["chosen"], LibTorch.SearchFolders("chosen", "app", "cache"));

    [Fact]
    public void A_chosen_folder_that_does_not_hold_it_is_an_error_of_its_own()
    {
        var e = Assert.Throws<LibTorchNotFoundException>(() => LibTorch.Find("/nowhere", ["/elsewhere"]));

        Assert.Contains("Expected HORNET_LIBTORCH to name a folder that holds", e.Message, StringComparison.Ordinal);
        Assert.Contains("Received: '/nowhere'", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("/elsewhere", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_system_without_a_package_is_told_so() =>
        Assert.Equal(
            LibTorch.HasPackage,
            new LibTorchNotFoundException(["/nowhere"]).Message.Contains("Add the package", StringComparison.Ordinal));

    [Fact]
    public void The_version_in_use_is_known() => Assert.True(LibTorch.Version >= new Version(2, 10));

    [Theory]
    [InlineData(0x020A000000000000, "2.10.0")]
    [InlineData(0x0209010000000000, "2.9.1")]
    public void The_packed_version_is_read(ulong packed, string version) =>
        Assert.Equal(Version.Parse(version), LoadedLibrary.ToVersion(packed));

    [Fact]
    public void A_version_that_is_too_old_is_refused()
    {
        var e = Assert.Throws<LibTorchVersionException>(() => LoadedLibrary.Require(new(2, 9, 1), "/old/libtorch"));

        Assert.Contains("/old/libtorch", e.Message, StringComparison.Ordinal);
        Assert.Contains("Expected version 2.10 or later. Received: 2.9.1.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_libtorch_that_cannot_tell_its_version_is_refused() =>
        Assert.Throws<LibTorchVersionException>(() => LoadedLibrary.Require(null, "/old/libtorch"));

    [Fact]
    public void A_later_version_is_taken() =>
        Assert.Equal(new(2, 13, 0), LoadedLibrary.Require(new(2, 13, 0), "/new/libtorch"));

    [Fact]
    public void Is_not_copied_next_to_the_application() =>
        Assert.Empty(Directory.GetFiles(AppContext.BaseDirectory, "*torch_cpu*", SearchOption.AllDirectories));

    [Fact]
    public void Threads_are_counted() => Assert.InRange(TorchThreads.Count, 1, Environment.ProcessorCount);
}
