namespace Hornet;

/// <summary>The gamma distribution of scale 1 (Marsaglia and Tsang, 2000); each element has its own key.</summary>
internal static class GammaDraw
{
    /// <summary>The values of the elements from <paramref name="from"/> on, one for each alpha.</summary>
    internal static void Fill(
        RandomKey key, long from, ReadOnlySpan<float> alpha, Span<float> destination, Precision precision)
    {
        for (var i = 0; i < alpha.Length; i++)
        {
            destination[i] = Sample(key.Child(from + i), precision.Round(alpha[i]), precision);
        }
    }

    /// <summary>
    /// The logarithm of one element's sample, which does not underflow where alpha is small: below 1,
    /// <c>log Gamma(α) = log Gamma(α + 1) + log(1 − unit) / α</c>.
    /// </summary>
    internal static float LogSample(RandomKey key, float alpha, Precision precision)
    {
        var (d, v, boostKey) = Accepted(key, alpha, precision);
        var sample = precision.Round(precision.Round(XlaLog.Log(d)) + precision.Round(XlaLog.Log(v)));
        if (alpha >= 1)
        {
            return sample;
        }

        var u = -Draws.One(new ExponentialDraw(precision), boostKey);
        return u == 0 ? sample : precision.Round(sample + precision.Round(u * precision.Round(1 / alpha)));
    }

    // Below 1: Gamma(α) = Gamma(α + 1) · (1 − unit)^(1/α)
    private static float Sample(RandomKey key, float alpha, Precision precision)
    {
        var (d, v, boostKey) = Accepted(key, alpha, precision);
        var sample = precision.Round(d * v);
        if (alpha >= 1)
        {
            return sample;
        }

        var u = precision.Round(1 - Draws.One(new UniformDraw(0, 1, precision), boostKey));
        return precision.Round(sample * precision.Round(MathF.Pow(u, precision.Round(1 / alpha))));
    }

    // d · V is the sample, of Gamma(α + 1) where α is below 1; the third is the key for the boost.
    private static (float D, float V, RandomKey Boost) Accepted(RandomKey key, float alpha, Precision precision)
    {
        var (next, boost) = key.Split();
        var d = precision.Round((alpha >= 1 ? alpha : precision.Round(alpha + 1)) - precision.Round(1f / 3f));
        var c = Spread(d, precision);
        float x2, v3, u;
        do
        {
            (next, var normalKey, var uniformKey) = next.SplitInThree();
            var (x, v) = Candidate(normalKey, c, precision);
            x2 = precision.Round(x * x);
            v3 = precision.Round(precision.Round(v * v) * v);
            u = Draws.One(new UniformDraw(0, 1, precision), uniformKey);
        }
        while (Rejects(u, x2, v3, d, precision));
        return (d, v3, boost);
    }

    // 1 / (3 √d). XLA multiplies by an approximate 1 / √d, which may be a unit in the last place off; in bfloat16 the
    // conversions around each operation keep it from doing so.
    private static float Spread(float d, Precision precision)
    {
        var third = precision.Round(1f / 3f);
        return precision == Precision.BFloat16
            ? precision.Round(third / precision.Round(MathF.Sqrt(d)))
            : precision.Round(third * precision.Round((float)(1 / Math.Sqrt(d))));
    }

    // A normal x with v = 1 + c · x above 0
    private static (float X, float V) Candidate(RandomKey key, float c, Precision precision)
    {
        float x, v;
        do
        {
            (key, var normalKey) = key.Split();
            x = Draws.One(new NormalDraw(0, 1, precision), normalKey);
            v = precision.MultiplyAdd(x, c, 1);
        }
        while (v <= 0);
        return (x, v);
    }

    // u ≥ 1 − 0.0331 X² (the cheap test) and log u ≥ X / 2 + d (1 − V + log V), with X = x² and V = v³
    private static bool Rejects(float u, float x2, float v3, float d, Precision precision)
    {
        var squeeze = precision.MultiplyAdd(-precision.Round(0.0331f), precision.Round(x2 * x2), 1);
        if (!(u >= squeeze))
        {
            return false;
        }

        var rest = precision.Round(precision.Round(1 - v3) + precision.Round(XlaLog.Log(v3)));
        return precision.Round(XlaLog.Log(u)) >= precision.MultiplyAdd(d, rest, precision.Round(x2 / 2));
    }
}
