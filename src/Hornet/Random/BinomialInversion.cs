namespace Hornet;

/// <summary>Binomial samples by summing the trials that each success takes (Devroye, 1986).</summary>
internal static class BinomialInversion
{
    internal static void Fill(RandomKey key, ReadOnlySpan<BinomialDraw.Trial> trials, Span<float> destination)
    {
        for (var i = 0; i < trials.Length; i++)
        {
            if (trials[i].UsesInversion)
            {
                destination[i] = Sample(key, i, trials[i].Count, trials[i].Probability);
            }
        }
    }

    // A success takes ceil(log u / log(1 − p)) trials; the successes are those before the sum exceeds the count.
    private static float Sample(RandomKey key, int index, float count, float probability)
    {
        var scale = XlaLog.Log1P(-probability);
        var successes = -1f;
        for (var trials = 0f; trials <= count; successes++)
        {
            (var round, key) = key.Split();
            trials += MathF.Ceiling(XlaLog.Log(Unit(round, index)) / scale);
        }

        return successes;
    }

    private static float Unit(RandomKey key, int index) => (Threefry.Word(key, index) >> 9) * (1f / (1 << 23));
}
