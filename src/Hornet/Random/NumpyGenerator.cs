namespace Hornet;

/// <summary>
/// NumPy's <c>default_rng(seed)</c>, with which Keras shuffles the samples of an epoch. One thread at a time.
/// </summary>
internal sealed class NumpyGenerator(long seed)
{
    private readonly Pcg64 _words = new(new SeedSequence(seed));

    /// <summary><c>shuffle(x)</c>, in place, along the first axis.</summary>
    internal void Shuffle<T>(Span<T> items) => NumpyShuffle.InPlace(_words, items);

    /// <summary><c>permutation(n)</c>.</summary>
    internal int[] Permutation(int count) => NumpyShuffle.Permutation(_words, count);
}
