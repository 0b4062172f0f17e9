namespace Hornet;

/// <summary>A key of the Threefry generator: two words, as a <c>SeedGenerator</c>'s state and a JAX key are.</summary>
internal readonly record struct RandomKey(uint High, uint Low)
{
    /// <summary>The key that an integer seed means: <c>[seed, 0]</c>.</summary>
    internal static RandomKey FromSeed(long seed)
    {
        if (seed is < 0 or > uint.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                nameof(seed),
                $"Expected a seed from 0 to {uint.MaxValue}, since the random state is of uint32. Received: {seed}.");
        }

        return new((uint)seed, 0);
    }

    /// <summary>The key at <paramref name="index"/> of those that a split gives, however many were asked for.</summary>
    internal RandomKey Child(long index) => Threefry.Block(this, (uint)(index >> 32), (uint)index);

    /// <summary>Two keys that share nothing with this one.</summary>
    internal (RandomKey First, RandomKey Second) Split() => (Child(0), Child(1));

    /// <summary>Three keys that share nothing with this one.</summary>
    internal (RandomKey First, RandomKey Second, RandomKey Third) SplitInThree() => (Child(0), Child(1), Child(2));

    /// <summary>A key of its own for each value of <paramref name="data"/>.</summary>
    internal RandomKey FoldIn(uint data) => Threefry.Block(this, 0, data);
}
