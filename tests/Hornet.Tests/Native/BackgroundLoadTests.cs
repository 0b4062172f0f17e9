using Hornet.Native;

namespace Hornet.Tests;

public sealed class BackgroundLoadTests
{
    [Fact]
    public void Loads_on_another_thread_and_is_waited_for_at_the_end()
    {
        var (thread, ended) = (0, false);
        var library = new Lazy<LoadedLibrary>(() =>
        {
            thread = Environment.CurrentManagedThreadId;
            Thread.Sleep(50);
            ended = true;
            return new LoadedLibrary(1, new Version(2, 10));
        });

        new BackgroundLoad(library).Dispose();

        Assert.True(ended);
        Assert.NotEqual(Environment.CurrentManagedThreadId, thread);
        Assert.Equal(1, library.Value.Handle);
    }

    [Fact]
    public void What_went_wrong_is_an_error_of_whoever_needs_the_library()
    {
        var library = new Lazy<LoadedLibrary>(() => throw new LibTorchNotFoundException("/nowhere"));

        new BackgroundLoad(library).Dispose();

        Assert.Throws<LibTorchNotFoundException>(() => library.Value);
    }

    [Fact]
    public void What_is_loaded_is_not_loaded_again()
    {
        Assert.NotNull(LibTorch.Version);
        Assert.Null(LibTorch.BeginLoading());
    }
}
