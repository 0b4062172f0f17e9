namespace Hornet;

/// <summary>
/// The binomial distribution. Where few successes are expected the trials between them are summed; elsewhere
/// candidates are drawn until one is accepted. All elements take part in every round of either, as in JAX, so that an
/// array must be drawn whole.
/// </summary>
internal static class BinomialDraw
{
    /// <summary>
    /// One value for each count and probability. Not a number where the count is negative or the probability is, or
    /// either is not a number.
    /// </summary>
    internal static void Fill(
        RandomKey key, ReadOnlySpan<float> counts, ReadOnlySpan<float> probabilities, Span<float> destination)
    {
        var trials = new Trial[counts.Length];
        for (var i = 0; i < trials.Length; i++)
        {
            trials[i] = new(counts[i], probabilities[i]);
        }

        BinomialInversion.Fill(key, trials, destination);
        if (trials.Any(trial => trial.UsesRejection))
        {
            BinomialRejection.Fill(key, trials, destination);
        }

        for (var i = 0; i < trials.Length; i++)
        {
            destination[i] = trials[i].Finish(destination[i]);
        }
    }

    /// <summary>What is asked for at one element.</summary>
    internal readonly struct Trial
    {
        private readonly float _count;
        private readonly bool _folded;

        internal Trial(float count, float probability)
        {
            // Successes of more than a half are counted as failures.
            _folded = !(probability < 0.5f);
            _count = count;
            var rare = _folded ? 1 - probability : probability;
            IsInvalid = float.IsNaN(count) || count < 0 || float.IsNaN(rare) || rare < 0;
            Probability = float.IsNaN(rare) || rare < 0 ? 0.01f : rare;
            UsesInversion = float.IsNaN(count) || count < 0 || count * Probability <= 10;
            Count = MathF.Floor(count);
        }

        internal float Count { get; }

        internal float Probability { get; }

        internal bool UsesInversion { get; }

        /// <summary>Whether the sample of <see cref="BinomialRejection"/> is the one that counts.</summary>
        internal bool UsesRejection => !UsesInversion && float.IsFinite(Count);

        private bool IsInvalid { get; }

        internal float Finish(float sample) =>
            IsInvalid ? float.NaN
            : float.IsPositiveInfinity(_count) ? _count
            : _folded ? Count - sample
            : sample;
    }
}
