using Hornet.Programs;
using Hornet.Serialization;

namespace Hornet;

/// <summary>A state that makes each random draw another one; the same seed gives the same sequence.</summary>
/// <remarks>A layer that draws at every call owns one: it is saved with the weights, and a compiled step moves
/// it.</remarks>
/// <example><code>
/// var seeds = new SeedGenerator(42);
/// var first = Keras.Random.Normal([2, 3], seed: seeds);
/// var second = Keras.Random.Normal([2, 3], seed: seeds); // other numbers
/// </code></example>
[KerasExport("keras.random")]
public sealed partial class SeedGenerator : ITrackable, IStateful, IKerasSerializable
{
    private readonly Lock _lock = new();

    /// <summary>Makes a generator.</summary>
    /// <param name="seed">Where the sequence starts, from 0 to 2^32 − 1; drawn where null.</param>
    /// <param name="name">The name, the first part of the state's path; made up where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The seed does not fit 32 bits.</exception>
    public SeedGenerator(long? seed = null, string? name = null)
    {
        Name = name ?? Names.Unique(nameof(SeedGenerator));
        Seed = seed;
        var key = RandomKey.FromSeed(seed ?? Session.Current.Random.MakeDefaultSeed());
        using var scope = new NameScope(Name, this, parentPath: null);
        State = new Variable(
            () => Hornet.Seed.ToTensor(key), // later: a model may be made while libtorch is loaded
            new([2], DType.UInt32),
            trainable: false,
            autocast: true,
            "seed_generator_state");
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Where the sequence started, as it was given.</summary>
    public long? Seed { get; }

    /// <summary>The key of the next draw: two words.</summary>
    public Variable State { get; }

    IEnumerable<Variable> IStateful.States => [State];

    /// <summary>The key of a draw; the state moves on to the next.</summary>
    /// <param name="ordered">Whether the keys count up; else both words are scattered.</param>
    /// <returns>The state as it was: uint32, shape (2,).</returns>
    public Tensor Next(bool ordered = true)
    {
        lock (_lock)
        {
            var key = State.Raw;
            State.Assign(new NextSeedOp(ordered).Apply(key));
            return key;
        }
    }
}
