using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hornet.Serialization;

namespace Hornet;

/// <summary>What a random function starts from: a number, for the same draw each time, or a generator.</summary>
/// <remarks>Converts from both. Where there is none, a global generator is used.</remarks>
/// <example><code>var same = Keras.Random.Uniform([2, 3], seed: 42);</code></example>
[SuppressMessage("Usage", "CA2225", Justification = "A seed is only ever an argument.")]
public sealed record Seed : IConfigValue<Seed>
{
    private readonly long? _number;
    private readonly SeedGenerator? _generator;

    private Seed(long? number, SeedGenerator? generator) => (_number, _generator) = (number, generator);

    /// <summary>A number, from 0 to 2^32 − 1: the same draw each time.</summary>
    public static implicit operator Seed(long seed) => new(seed, null);

    /// <summary>A generator: another draw each time.</summary>
    [return: NotNullIfNotNull(nameof(generator))]
    public static implicit operator Seed?(SeedGenerator? generator) => generator is null ? null : new(null, generator);

    /// <summary>The number, or the generator as a Keras object.</summary>
    public JsonNode? ToConfig() =>
        _generator is null ? JsonValue.Create(_number) : KerasRegistry.SerializeObject(_generator);

    /// <summary>Reads a number or a generator.</summary>
    public static Seed FromConfig(ConfigItem item) =>
        item.Node is JsonObject ? item.Read<SeedGenerator>() : item.Read<long>();

    /// <inheritdoc/>
    public override string ToString() => _generator is null ? $"{_number}" : $"<SeedGenerator name={_generator.Name}>";

    /// <summary>The key of a draw. A generator moves on.</summary>
    internal static Tensor NextKey(Seed? seed) => seed switch
    {
        null => Session.Current.Random.Global.Next(ordered: false),
        { _generator: { } generator } => generator.Next(),
        _ => ToTensor(RandomKey.FromSeed(seed._number!.Value)),
    };

    /// <summary>The generator that a layer owns: the given one, or one that starts from the number.</summary>
    internal static SeedGenerator GeneratorOf(Seed? seed) => seed?._generator ?? new SeedGenerator(seed?._number);

    /// <summary>The seed itself, or one drawn now, so that who keeps it draws the same each time.</summary>
    internal static Seed OrDrawn(Seed? seed) => seed ?? Session.Current.Random.MakeDefaultSeed();

    internal static EagerTensor ToTensor(RandomKey key) => Tensor.From([2], [key.High, key.Low]);
}
