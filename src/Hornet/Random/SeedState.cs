namespace Hornet;

/// <summary>How the state of a <c>SeedGenerator</c> starts and moves: the state is the key of the next draw.</summary>
internal static class SeedState
{
    private const int LargestDefaultSeed = 1_000_000_000;

    /// <summary>A seed for a generator that was given none.</summary>
    internal static long MakeDefaultSeed(PythonRandom random) => random.RandInt(1, LargestDefaultSeed);

    /// <summary>The state after an ordered draw, the rule of every generator that a layer or a user owns.</summary>
    internal static RandomKey Next(RandomKey state) => new(state.High, state.Low + 1);

    /// <summary>The state after an unordered draw, the rule of the global generator.</summary>
    internal static RandomKey NextUnordered(RandomKey state) => new(Scramble(state.High), Scramble(state.Low));

    // (word + 1) · 5387 mod 933199, in 32 bits
    private static uint Scramble(uint word) => ((word + 1) * 5387) % 933199;
}
