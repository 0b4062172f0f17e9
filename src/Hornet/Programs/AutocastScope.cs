namespace Hornet.Programs;

/// <summary>Inside it, floating-point variables are read in a layer's compute dtype.</summary>
internal readonly ref struct AutocastScope : IDisposable
{
    [ThreadStatic]
    private static DType? t_current;

    private readonly DType? _outer;

    /// <param name="dtype">The dtype; null where variables are read as they are.</param>
    public AutocastScope(DType? dtype)
    {
        _outer = t_current;
        t_current = dtype;
    }

    public static DType? Current => t_current;

    public void Dispose() => t_current = _outer;
}
