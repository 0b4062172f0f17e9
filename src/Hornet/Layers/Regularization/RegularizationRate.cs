namespace Hornet.Layers;

/// <summary>The probabilities and deviations that these layers take: from 0 to 1.</summary>
internal static class RegularizationRate
{
    public static double Checked(double rate, string name) => rate is >= 0 and <= 1 ? rate
        : throw new ArgumentOutOfRangeException(
            name, $"Invalid value received for argument {name}. Expected a number between 0 and 1. Received: {rate}.");

    /// <summary>The generator of a layer that draws; null where it never does.</summary>
    public static SeedGenerator? Generator(double rate, Seed? seed) => rate > 0 ? Seed.GeneratorOf(seed) : null;
}
