namespace Hornet.Native;

/// <summary>libtorch while another thread loads it.</summary>
/// <remarks>
/// It is waited for at the end: a process that exits would destroy what the library's initializers are making. Until
/// then the system's loader keeps other threads from binding native functions for the first time: what opens and reads
/// a file goes first.
/// </remarks>
internal sealed class BackgroundLoad : IDisposable
{
    private readonly Thread _thread;

    public BackgroundLoad(Lazy<LoadedLibrary> library)
    {
        BindFirst();
        _thread = new Thread(() => Load(library)) { IsBackground = true, Name = "libtorch" };
        _thread.Start();
    }

    public void Dispose() => _thread.Join();

    // What .NET's base library binds when it is used for the first time, and what makes a model uses.
    private static void BindFirst()
    {
        _ = (Environment.TickCount64, HashCode.Combine(0), Guid.NewGuid());
        lock (new Lock())
        {
        }
    }

    private static void Load(Lazy<LoadedLibrary> library)
    {
        try
        {
            _ = library.Value;
        }
        catch (Exception)
        {
            // The lazy value throws it again, at whoever asks for a function.
        }
    }
}
