using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Hornet;

/// <summary>Keras objects or their names, one or a list or a dictionary of them: what <c>Compile</c> takes.</summary>
/// <example><code>
/// model.Compile(optimizer: "adam", loss: "mse", metrics: ["mae", new Mean(name: "mean")]);
/// </code></example>
[CollectionBuilder(typeof(Identifiers), nameof(Identifiers.List))]
[SuppressMessage("Usage", "CA2225", Justification = "Converts where an argument is written; nobody names it.")]
public sealed class Identifiers<T> : IEnumerable<Identifiers<T>>
    where T : class
{
    internal Identifiers(Nested<object?> structure) => Structure = structure;

    /// <summary>The objects and names.</summary>
    internal Nested<object?> Structure { get; }

    /// <summary>An object by its Keras name.</summary>
    public static implicit operator Identifiers<T>(string? name) => new(Nested.Leaf<object?>(name));

    /// <summary>An object.</summary>
    public static implicit operator Identifiers<T>(T? value) => new(Nested.Leaf<object?>(value));

    /// <summary>A list of names.</summary>
    public static implicit operator Identifiers<T>(string[] names) =>
        new(Nested.List<object?>([.. names.Select(name => Nested.Leaf<object?>(name))]));

    /// <summary>A list of objects.</summary>
    public static implicit operator Identifiers<T>(T[] values) =>
        new(Nested.List<object?>([.. values.Select(value => Nested.Leaf<object?>(value))]));

    /// <summary>Objects or names by the name of an output.</summary>
    public static implicit operator Identifiers<T>(Dictionary<string, Identifiers<T>> values) =>
        new(Nested.Dictionary(values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Structure))));

    /// <summary>Names by the name of an output.</summary>
    public static implicit operator Identifiers<T>(Dictionary<string, string> values) =>
        new(Nested.Dictionary(values.Select(pair => KeyValuePair.Create(pair.Key, Nested.Leaf<object?>(pair.Value)))));

    /// <summary>The direct parts.</summary>
    public IEnumerator<Identifiers<T>> GetEnumerator() =>
        Structure.AsEnumerable().Select(part => new Identifiers<T>(part)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes <see cref="Identifiers{T}"/> of a collection expression.</summary>
public static class Identifiers
{
    /// <summary>A list: what a collection expression calls.</summary>
    public static Identifiers<T> List<T>(ReadOnlySpan<Identifiers<T>> items)
        where T : class
    {
        var parts = new Nested<object?>[items.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = items[i]?.Structure ?? Nested.Leaf<object?>(null);
        }

        return new Identifiers<T>(Nested.List<object?>(parts));
    }
}
