namespace Hornet.Initializers;

/// <summary>Draws its values. With a number as its seed, or without one, the same at each call.</summary>
public abstract partial class RandomInitializer : Initializer
{
    private protected RandomInitializer(Seed? seed) => (Seed, Source) = (seed, Seed.OrDrawn(seed));

    /// <summary>The seed that was given; null where one was drawn.</summary>
    public Seed? Seed { get; }

    /// <summary>The seed that is drawn from.</summary>
    private protected Seed Source { get; }
}
