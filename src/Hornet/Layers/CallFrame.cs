namespace Hornet.Layers;

/// <summary>
/// One call of a layer on this thread: inner layers take its training flag where they were given none.
/// </summary>
internal readonly ref struct CallFrame : IDisposable
{
    [ThreadStatic]
    private static bool? t_training; // null outside of any layer

    private readonly bool? _outer;

    public CallFrame(Layer layer, bool? training)
    {
        _outer = t_training;
        Training = training ?? _outer ?? false;
        t_training = Training;
        if (_outer is null)
        {
            layer.ClearLosses(); // those of the call before
        }
    }

    public bool Training { get; }

    public void Dispose() => t_training = _outer;
}
