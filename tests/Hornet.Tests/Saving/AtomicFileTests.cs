using System.Diagnostics;
using Hornet.Conformance;
using Hornet.Saving;

namespace Hornet.Tests;

/// <summary>Files that are replaced: old or new, never a part.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly SavedModels _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void What_fails_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(_files["a"], "old");
        Assert.Throws<InvalidOperationException>(() => AtomicFile.Write(_files["a"], overwrite: true, stream =>
        {
            stream.WriteByte(1);
            throw new InvalidOperationException();
        }));
        Assert.Equal("old", File.ReadAllText(_files["a"]));
        Assert.Single(Directory.GetFiles(_files.Folder));
    }

    [Fact]
    public void A_file_that_is_there_is_kept_where_it_must_not_be_replaced()
    {
        SavedModels.Small().Save(_files["a.keras"]);
        var bytes = File.ReadAllBytes(_files["a.keras"]);
        var error = Assert.Throws<KerasFileException>(
            () => SavedModels.Small().Save(_files["a.keras"], overwrite: false));
        Assert.Contains("overwrite: true", error.Message);
        Assert.Equal(bytes, File.ReadAllBytes(_files["a.keras"]));
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        File.WriteAllText(_files["target"], "old");
        File.CreateSymbolicLink(_files["link"], _files["target"]);
        AtomicFile.Write(_files["link"], overwrite: true, stream => stream.WriteByte((byte)'n'));
        Assert.NotNull(new FileInfo(_files["link"]).LinkTarget);
        Assert.Equal("n", File.ReadAllText(_files["target"]));
    }

    [Theory]
    [InlineData("a.keras")]
    [InlineData("a.h5")]
    [InlineData("a.weights.h5")]
    public void A_process_that_is_killed_at_any_moment_of_a_save_leaves_a_whole_file(string name)
    {
        const int least = 4, most = 40; // a busy machine seldom lets one be killed within a save
        var random = new Random(name.Length);
        var path = _files[name];
        var saved = new List<float>();
        for (var i = 0; i < most && (i < least || BrokenOff().Length == 0); i++)
        {
            using var child = Process.Start(ThisProgram.Command(SavingLoop.Argument, path))!;
            Assert.Equal("saving", child.StandardOutput.ReadLine());
            Thread.Sleep(random.Next(60)); // somewhere within one of its saves
            child.Kill();
            child.WaitForExit();
            saved.Add(SavingLoop.NumberOf(path));
        }

        Assert.All(saved, number => Assert.True(number > 0)); // a file was replaced before
        Assert.NotEmpty(BrokenOff());
    }

    private string[] BrokenOff() => Directory.GetFiles(_files.Folder, ".*.tmp");
}
