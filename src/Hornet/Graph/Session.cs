namespace Hornet;

/// <summary>
/// The state that Keras's functions share: settings, the counters of automatic names, the global seed.
/// </summary>
/// <remarks>
/// All code shares one, until <see cref="Keras.ClearSession"/> begins another for what is called from there on: so
/// that neither requests of a server nor tests that run at once disturb each other.
/// </remarks>
internal sealed class Session
{
    private static readonly AsyncLocal<Session?> s_current = new();
    private static readonly Session s_shared = new();

    private readonly Dictionary<string, int> _nameCounts = [];
    private readonly Lock _lock = new();

    public static Session Current
    {
        get => s_current.Value ?? s_shared;
        set => s_current.Value = value;
    }

    public DType Floatx { get; set; } = DType.Float32;

    public double Epsilon { get; set; } = 1e-7;

    public string ImageDataFormat { get; set; } = "channels_last";

    /// <summary>The policy of layers that were given none; floatx where null.</summary>
    public DTypePolicy? DTypePolicy { get; set; }

    /// <summary>Where draws without a seed come from.</summary>
    public RandomSource Random { get; set; } = new();

    /// <summary>A session with these settings, in which no name has been given yet and nothing drawn.</summary>
    public Session Next() => new()
    {
        Floatx = Floatx,
        Epsilon = Epsilon,
        ImageDataFormat = ImageDataFormat,
        Random = Random.Next(),
    };

    /// <summary>How often a name has been asked for before; counts this time.</summary>
    public int CountName(string name)
    {
        lock (_lock)
        {
            var count = _nameCounts.GetValueOrDefault(name);
            _nameCounts[name] = count + 1;
            return count;
        }
    }
}
