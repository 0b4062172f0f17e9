namespace Hornet;

/// <summary>The beta distribution: of two gamma samples, the first one's part of the sum.</summary>
internal static class BetaDraw
{
    /// <summary>The values of the elements from <paramref name="from"/> on, one for each alpha and beta.</summary>
    internal static void Fill(
        RandomKey key,
        long from,
        ReadOnlySpan<float> alpha,
        ReadOnlySpan<float> beta,
        Span<float> destination,
        Precision precision)
    {
        var (alphaKey, betaKey) = key.Split();
        for (var i = 0; i < alpha.Length; i++)
        {
            var a = GammaDraw.LogSample(alphaKey.Child(from + i), precision.Round(alpha[i]), precision);
            var b = GammaDraw.LogSample(betaKey.Child(from + i), precision.Round(beta[i]), precision);
            destination[i] = Part(a, b, precision);
        }
    }

    // e^a / (e^a + e^b), with the larger of the two taken out
    private static float Part(float a, float b, Precision precision)
    {
        var larger = MathF.Max(a, b);
        var x = precision.Round(XlaExp.Exp(precision.Round(a - larger)));
        var y = precision.Round(XlaExp.Exp(precision.Round(b - larger)));
        return precision.Round(x / precision.Round(x + y));
    }
}
