namespace Hornet;

/// <summary>Where a session's randomness comes from when nobody gives a seed.</summary>
/// <remarks>Several threads may ask at once. Python's and NumPy's generators outlive a session, as they do
/// Keras's.</remarks>
internal sealed class RandomSource
{
    private readonly Generators _generators;
    private SeedGenerator? _global;

    public RandomSource()
        : this(new Generators(new PythonRandom(), new NumpyRandom()))
    {
    }

    /// <summary>A source that starts from a seed, without a global generator.</summary>
    public RandomSource(long seed)
        : this(new Generators(new PythonRandom(seed), new NumpyRandom(seed)))
    {
    }

    private RandomSource(Generators generators) => _generators = generators;

    /// <summary>The generator of draws that were given no seed; made when it is first asked for.</summary>
    public SeedGenerator Global
    {
        get
        {
            lock (_generators)
            {
                return _global ??= new SeedGenerator();
            }
        }
    }

    /// <summary>The source of the next session: the generators go on, the global one is made anew.</summary>
    public RandomSource Next() => new(_generators);

    /// <summary>A seed for what was given none: from 1 to 10^9.</summary>
    public long MakeDefaultSeed()
    {
        lock (_generators)
        {
            return SeedState.MakeDefaultSeed(_generators.Python);
        }
    }

    /// <summary>NumPy's <c>randint(low, high)</c>, of which Keras's dataset functions make a seed.</summary>
    public long NumpyRandInt(long low, long high)
    {
        lock (_generators)
        {
            return _generators.Numpy.RandInt(low, high);
        }
    }

    private sealed record Generators(PythonRandom Python, NumpyRandom Numpy);
}
